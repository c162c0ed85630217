import { resolve } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../domain/whole-number.ts';
import { optionsOf } from '../scripts/options-of.ts';

export interface ChaosOptions {
  /** For how long parts are killed; the month is played to its end afterwards. */
  readonly seconds: number;
  /** Faults, play and load are drawn from it. */
  readonly seed: number;
  /** Of the month that is played meanwhile. */
  readonly transfers: number;
  /** Of other regions in that month. */
  readonly letters: number;
  /** Kinds of faults by name; absent: all that the length of the run allows. */
  readonly only: readonly string[] | undefined;
  /** Kept when given; else a throw-away folder that only stays when something was broken. */
  readonly dataDir: string | undefined;
  readonly json: boolean;
  /** No chaos, but two months to compare: one as always, one without Temporal in its middle third. */
  readonly temporalAwayThird: boolean;
}

interface Words extends Pick<ChaosOptions, 'seconds' | 'transfers' | 'letters'> {
  readonly seed?: number;
  readonly minutes?: number;
  readonly only?: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly temporalAwayThird?: boolean;
}

const command = (): Command =>
  new Command('npm run chaos --')
    .option('--seconds <n>', 'kill a part of the office every 3 to 8 seconds for that long', wholeNumber, 90)
    .option('--minutes <n>', 'the same in minutes', wholeNumber)
    .option('--seed <s>', 'the same seed is the same order of faults (default: a new one, printed)', wholeNumber)
    .option('--transfers <n>', 'of the practice month played meanwhile', wholeNumber, 25)
    .option('--letters <n>', 'of other regions in that month', wholeNumber, 10)
    .option('--only <a,b>', 'only these kinds of faults')
    .option('--data <dir>', 'keep the office there')
    .option(
      '--temporal-away-third',
      'instead: play the month twice, once without Temporal in its middle third, and compare',
    )
    .option('--json', 'the last line is one JSON object on one line')
    .addHelpText('after', '\nEnds with the exit code 1 and the name of the first promise that did not hold.');

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): ChaosOptions | 'help' {
  const words = optionsOf<Words>(command(), args);
  if (words === 'help') return words;
  const { minutes, seconds, seed, transfers, letters, only, data, json = false, temporalAwayThird = false } = words;
  return {
    seconds: minutes === undefined ? seconds : 60 * minutes,
    seed: seed ?? Math.floor(Math.random() * 1_000_000),
    transfers,
    letters,
    only: only?.split(','),
    dataDir: data === undefined ? undefined : resolve(data),
    json,
    temporalAwayThird,
  };
}
