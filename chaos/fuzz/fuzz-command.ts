import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../../domain/procedures/steps.ts';

/** Whoever asks without having signed in. */
export const NOBODY = 'nobody';
export type Attacker = Role | typeof NOBODY;

export interface FuzzOptions {
  /** For each operation and phase; the fuzzer's own word. */
  readonly maxExamples: number;
  readonly attackers: readonly Attacker[];
  readonly seed: number;
  /** Where the fuzzer's own reports are kept; else they go with the office, unless something was found. */
  readonly reports: string | undefined;
}

/** The administrator comes last: what he does to accounts is felt by all the others. */
const ATTACKERS: readonly Attacker[] = [NOBODY, ...ROLES];

export const USAGE = `npm run fuzz -- [options]

  Starts a throw-away practice office and lets schemathesis attack its API with every check, once per role.
  Needs Python 3.10 or newer; at the first run it downloads schemathesis and what that needs (about 20 MB) from
  PyPI into the cache folder of this user.

  --max-examples N   requests drawn for each operation and phase (default 10)
  --role ROLE        only this one: ${ATTACKERS.join(', ')}; may be repeated
  --seed S           the same seed draws the same requests (default: a new one, printed)
  --reports DIR      keep the reports there

Ends with one JSON object, and with the exit code 1 when anything was found.`;

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): FuzzOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'max-examples': { type: 'string', default: '10' },
      role: { type: 'string', multiple: true },
      seed: { type: 'string' },
      reports: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    maxExamples: wholeNumber(values['max-examples']),
    attackers: values.role === undefined ? ATTACKERS : values.role.map(attacker),
    seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber(values.seed),
    reports: values.reports,
  };
}

function attacker(name: string): Attacker {
  const known = ATTACKERS.find((one) => one === name);
  if (!known) throw new Error(`${name} is none of ${ATTACKERS.join(', ')}`);
  return known;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is not a whole number`);
  return number;
}
