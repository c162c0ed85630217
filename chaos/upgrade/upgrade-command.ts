import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface UpgradeOptions {
  /** Any name that git knows; undefined: `previousCommit` chooses. */
  readonly from: string | undefined;
  /** How many are open when the release is changed. */
  readonly transfers: number;
  readonly seed: number;
  readonly dataDir: string | undefined;
}

export const USAGE = `npm run upgrade -- [options]

  An office of the release before works until many transfers are open, is upgraded to this one, works on, and goes
  back. The release before is checked out beside this one and gets its packages from npm.

  --from COMMIT    the release before (default: the last tag; without one, the commit before the newest migration)
  --transfers N    open transfers before the upgrade (default 500)
  --seed S         of the month that is played (default 1)
  --data DIR       keep the office there

Ends with one JSON object, and with the exit code 1 when a promise did not hold.`;

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): UpgradeOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      transfers: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    from: values.from,
    transfers: wholeNumber(values.transfers),
    seed: wholeNumber(values.seed),
    dataDir: values.data === undefined ? undefined : resolve(values.data),
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${text} is not a whole number above zero`);
  return number;
}
