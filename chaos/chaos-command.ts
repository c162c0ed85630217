import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface ChaosOptions {
  /** For how long parts are killed; the month is played to its end afterwards. */
  readonly seconds: number;
  /** Faults, play and load are drawn from it. */
  readonly seed: number;
  /** Of the month that is played meanwhile. */
  readonly transfers: number;
  /** Kinds of faults by name; absent: all that the length of the run allows. */
  readonly only: readonly string[] | undefined;
  /** Kept when given; else a throw-away folder that only stays when something was broken. */
  readonly dataDir: string | undefined;
  readonly json: boolean;
}

export const USAGE = `npm run chaos -- [options]

  --seconds N     kill a part of the office every 3 to 8 seconds for that long (default 90)
  --minutes N     the same in minutes
  --seed S        the same seed is the same order of faults (default: a new one, printed)
  --transfers N   of the practice month played meanwhile (default 25)
  --only A,B      only these kinds of faults
  --data DIR      keep the office there
  --json          the last line is one JSON object on one line

Ends with the exit code 1 and the name of the first promise that did not hold.`;

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): ChaosOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      transfers: { type: 'string', default: '25' },
      only: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    seconds: values.minutes === undefined ? wholeNumber(values.seconds ?? '90') : 60 * wholeNumber(values.minutes),
    seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber(values.seed),
    transfers: wholeNumber(values.transfers),
    only: values.only?.split(','),
    dataDir: values.data === undefined ? undefined : resolve(values.data),
    json: values.json,
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is not a whole number`);
  return number;
}
