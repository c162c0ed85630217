import { Command } from 'commander';
import { ROLES, type Role } from '../../domain/roles.ts';
import { wholeNumber } from '../../domain/whole-number.ts';
import { optionsOf } from '../../scripts/options-of.ts';

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

interface Words {
  readonly maxExamples: number;
  readonly role?: readonly Attacker[];
  readonly seed?: number;
  readonly reports?: string;
}

const command = (): Command =>
  new Command('npm run fuzz --')
    .description(
      'Starts a throw-away practice office and lets schemathesis attack its API with every check, once per role. ' +
        'Needs Python 3.10 or newer; at the first run it downloads schemathesis and what that needs (about 20 MB) from ' +
        'PyPI into the cache folder of this user.',
    )
    .option('--max-examples <n>', 'requests drawn for each operation and phase', wholeNumber, 10)
    .option('--role <role>', `only this one: ${ATTACKERS.join(', ')}; may be repeated`, oneMore)
    .option('--seed <s>', 'the same seed draws the same requests (default: a new one, printed)', wholeNumber)
    .option('--reports <dir>', 'keep the reports there')
    .addHelpText('after', '\nEnds with one JSON object, and with the exit code 1 when anything was found.');

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): FuzzOptions | 'help' {
  const words = optionsOf<Words>(command(), args);
  if (words === 'help') return words;
  const { maxExamples, role = ATTACKERS, seed, reports } = words;
  return {
    maxExamples,
    attackers: role,
    seed: seed ?? Math.floor(Math.random() * 1_000_000),
    reports,
  };
}

function oneMore(name: string, before: readonly Attacker[] = []): Attacker[] {
  const known = ATTACKERS.find((one) => one === name);
  if (!known) throw new Error(`${name} is none of ${ATTACKERS.join(', ')}`);
  return [...before, known];
}
