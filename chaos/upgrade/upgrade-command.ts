import { resolve } from 'node:path';
import { Command } from 'commander';
import { wholeNumberAboveZero } from '../../domain/whole-number.ts';
import { optionsOf } from '../../scripts/options-of.ts';

export interface UpgradeOptions {
  /** Any name that git knows; undefined: `previousCommit` chooses. */
  readonly from: string | undefined;
  /** How many are open when the release is changed. */
  readonly transfers: number;
  readonly seed: number;
  readonly dataDir: string | undefined;
}

interface Words extends Pick<UpgradeOptions, 'transfers' | 'seed'> {
  readonly from?: string;
  readonly data?: string;
}

const command = (): Command =>
  new Command('npm run upgrade --')
    .description(
      'An office of the release before works until many transfers are open, is upgraded to this one, works on, and goes ' +
        'back. The release before is checked out beside this one and gets its packages from npm.',
    )
    .option(
      '--from <commit>',
      'the release before (default: the last tag; without one, the commit before the newest migration)',
    )
    .option('--transfers <n>', 'open transfers before the upgrade', wholeNumberAboveZero, 500)
    .option('--seed <s>', 'of the month that is played', wholeNumberAboveZero, 1)
    .option('--data <dir>', 'keep the office there')
    .addHelpText('after', '\nEnds with one JSON object, and with the exit code 1 when a promise did not hold.');

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): UpgradeOptions | 'help' {
  const words = optionsOf<Words>(command(), args);
  if (words === 'help') return words;
  const { from, transfers, seed, data } = words;
  return {
    from,
    transfers,
    seed,
    dataDir: data === undefined ? undefined : resolve(data),
  };
}
