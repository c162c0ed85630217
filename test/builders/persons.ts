/** Persons nobody is: a seeded choice of name parts, and ID numbers of which only the checksum is right. */
import { checkDigitOf } from '../../domain/persons/resident-id.ts';

/** A small seeded generator (mulberry32): the same seed, the same persons. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `born` is `YYYY-MM-DD`; an odd sequence is a man's. */
export function residentId(born: string, sequence: number, area = '110102'): string {
  const first17 = area + born.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return first17 + checkDigitOf(first17);
}

/** The same number with a check digit that is one too high. */
export function wrongCheckDigit(id: string): string {
  return id.slice(0, 17) + '10X987654321'.charAt('10X98765432'.indexOf(id.charAt(17)) + 1);
}

const FAMILY = '甲乙丙丁戊己庚辛壬癸';
const GIVEN = '子丑寅卯辰巳午未申酉戌亥';

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string;
}

export function aPerson(random: () => number): Person {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  const number = (below: number): number => Math.floor(random() * below);
  const two = (value: number): string => String(value).padStart(2, '0');
  const born = `${String(1966 + number(35))}-${two(1 + number(12))}-${two(1 + number(28))}`;
  return {
    name: pick(FAMILY) + pick(GIVEN) + pick(GIVEN),
    idNumber: residentId(born, number(1000)),
    mobile: `139${String(number(100_000_000)).padStart(8, '0')}`,
  };
}
