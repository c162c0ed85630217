/** `npm run bench:generate`: fills an empty, migrated database for trying what years of work do to a ledger. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Keys } from '../../scripts/start/keys.ts';
import { generate } from './generate.ts';
import { keyringOf, throwAwayKeyring } from './keyring.ts';

const USAGE = `npm run bench:generate -- --database URL [options]

  --transfers N   how many in all (default 100000)
  --open N        how many of them are open (default: one in a hundred)
  --current       only what stands in one row per transfer and the open steps; no events
  --keys FILE     keys.json of the installation that shall read the names; without it nobody can
`;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    transfers: { type: 'string', default: '100000' },
    open: { type: 'string' },
    current: { type: 'boolean', default: false },
    keys: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const began = performance.now();
const say = (sentence: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s: ${sentence}\n`);

if (values.help || values.database === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const transfers = Number(values.transfers);
  const open = Number(values.open ?? Math.ceil(transfers / 100));
  const keyring =
    values.keys === undefined ? throwAwayKeyring() : keyringOf(JSON.parse(readFileSync(values.keys, 'utf8')) as Keys);
  await generate({ databaseUrl: values.database, keyring, transfers, open, history: !values.current, say });
  say('done');
}
