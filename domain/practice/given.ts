/** What one try of an exercise is made of: the same number gives the same person, office, waybill and days. */
import { PRACTICE_ACCOUNTS, PRACTICE_COUNTERPARTS } from '../staff/practice.ts';
import { checkDigitOf } from '../persons/resident-id.ts';
import { addDays } from '../time/shanghai-day.ts';

export interface Given {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string;
  readonly areaCode: string;
  readonly office: string;
  readonly waybill: string;
  /** Counted from 1. */
  readonly oddRow: string;
  readonly colleague: string;
  readonly username: string;
  readonly fromDay: string;
  readonly untilDay: string;
}
export type GivenKey = keyof Given;

const FAMILY = '王李张刘陈杨赵黄周吴';
const GIVEN_NAME = '伟芳娜敏静丽强磊洋艳';
/** No other made-up person was born there. */
const BIRTH_PLACE = '150102';
/** Whole days a year ahead: an absence of practice takes nobody's work away. */
const FAR_AHEAD = '2026-12-01';

export function givenOf(number: number, { isPensioner = false }: { readonly isPensioner?: boolean } = {}): Given {
  const first17 = BIRTH_PLACE + bornOn(number, isPensioner) + String(number % 1000).padStart(3, '0');
  // Those whose letters go by post have an address; every exercise does with one.
  const offices = PRACTICE_COUNTERPARTS.filter(({ channel }) => channel === 'ems');
  const { areaCode, name: office } = offices[number % offices.length]!;
  const clerks = PRACTICE_ACCOUNTS.filter(({ roles }) => roles.includes('letterClerk'));
  const { username, displayName } = clerks[number % clerks.length]!;
  const fromDay = addDays(FAR_AHEAD, number % 20);
  return {
    name: nameOf(number),
    idNumber: first17 + checkDigitOf(first17),
    mobile: `1390${String(number).padStart(7, '0').slice(-7)}`,
    areaCode,
    office,
    waybill: `9${String(number).padStart(12, '0').slice(-12)}`,
    oddRow: String(1 + (number % 2)),
    colleague: displayName,
    username,
    fromDay,
    untilDay: addDays(fromDay, 3),
  };
}

/** Young enough to transfer, or long since a pensioner. */
const bornOn = (number: number, isPensioner: boolean): string =>
  addDays(isPensioner ? '1955-01-01' : '1990-01-01', Math.floor(number / 1000)).replaceAll('-', '');

function nameOf(number: number): string {
  const at = (letters: string, index: number): string => letters.charAt(index % letters.length);
  return at(FAMILY, number) + at(GIVEN_NAME, Math.floor(number / 10)) + at(GIVEN_NAME, Math.floor(number / 100) + 3);
}
