/** `npm run bench:generate`: fills an empty, migrated database for trying what years of work do to a ledger. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Keys } from '../../scripts/start/keys.ts';
import { generate } from './generate.ts';
import { keyringOf, throwAwayKeyring } from './keyring.ts';

interface Words {
  readonly database: string;
  readonly transfers: number;
  readonly open?: number;
  readonly current?: true;
  readonly keys?: string;
}

const numberOf = (text: string): number => Number(text);
const { database, transfers, open, current, keys } = new Command('npm run bench:generate --')
  .requiredOption('--database <url>', 'to be filled')
  .option('--transfers <n>', 'how many in all', numberOf, 100_000)
  .option('--open <n>', 'how many of them are open (default: one in a hundred)', numberOf)
  .option('--current', 'only what stands in one row per transfer and the open steps; no events')
  .option('--keys <file>', 'keys.json of the installation that shall read the names; without it nobody can')
  .helpOption('--help', 'prints this')
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Words>();

const began = performance.now();
const say = (sentence: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s: ${sentence}\n`);

await generate({
  databaseUrl: database,
  keyring: keys === undefined ? throwAwayKeyring() : keyringOf(JSON.parse(readFileSync(keys, 'utf8')) as Keys),
  transfers,
  open: open ?? Math.ceil(transfers / 100),
  history: !current,
  say,
});
say('done');
