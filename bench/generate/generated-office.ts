/** Generated offices: one in a database of its own for one question, and one of current rows that several share. */
import { join } from 'node:path';
import type { Keyring } from '../../db/connection/sealing.ts';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { installationKeys, type Keys } from '../../scripts/start/keys.ts';
import type { Context } from '../context.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { generate, type GenerateOptions } from './generate.ts';
import { keyringOf, throwAwayKeyring } from './keyring.ts';

export interface Scratch {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
}

/** An office can be opened on it: `officeOn` with this database and these keys. */
export interface SharedScratch extends Scratch {
  readonly postgres: RunningPostgres;
  readonly database: string;
  readonly keys: Keys;
  readonly transfers: number;
}

/** Ten millions take minutes to generate, and several questions ask the same rows. */
export function currentOffice(context: Context): Promise<SharedScratch> {
  const transfers = context.size(3_000_000, 30_000, 10_000_000);
  return context.shared('generated', async (run) => {
    const keys = installationKeys(join(run.folder, 'generated.keys.json'));
    const size = { transfers, open: transfers / 100, history: false };
    return { ...(await fill(run, keyringOf(keys), size)), keys, transfers };
  });
}

export async function generatedOffice(
  context: Context,
  size: Pick<GenerateOptions, 'transfers' | 'open' | 'history'>,
): Promise<Scratch> {
  return fill(context, throwAwayKeyring(), size);
}

async function fill(
  context: Context,
  keyring: Keyring,
  size: Pick<GenerateOptions, 'transfers' | 'open' | 'history'>,
): Promise<Omit<SharedScratch, 'keys' | 'transfers'>> {
  const database = 'generated';
  const postgres = await benchPostgres(context, { maintenance_work_mem: '512MB', max_wal_size: '8GB' });
  await postgres.createDatabase(database);
  const databaseUrl = postgres.url(database);
  await migrateToLatest(databaseUrl);
  const began = performance.now();
  await generate({ databaseUrl, keyring, ...size });
  context.say(`  ${size.transfers} transfers generated in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { postgres, database, databaseUrl, keyring };
}
