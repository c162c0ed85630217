/** `npm run bench:generate`: fills an empty, migrated database for trying what years of work do to a ledger. */
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Keyring, parseKeys } from '../../db/connection/sealing.ts';
import { generate } from './generate.ts';

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

function keyringOf(file: string | undefined): Keyring {
  if (file === undefined)
    return new Keyring([{ id: 'd1', key: randomBytes(32) }], [{ id: 'h1', key: randomBytes(32) }]);
  const { DATA_KEYS, HASH_KEYS } = JSON.parse(readFileSync(file, 'utf8')) as Record<'DATA_KEYS' | 'HASH_KEYS', string>;
  return new Keyring(parseKeys(DATA_KEYS), parseKeys(HASH_KEYS));
}

const began = performance.now();
const say = (sentence: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s: ${sentence}\n`);

if (values.help || values.database === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const transfers = Number(values.transfers);
  const open = Number(values.open ?? Math.ceil(transfers / 100));
  const keyring = keyringOf(values.keys);
  await generate({ databaseUrl: values.database, keyring, transfers, open, history: !values.current, say });
  say('done');
}
