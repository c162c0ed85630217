/** A generated office in a database of its own, for one question. */
import { randomBytes } from 'node:crypto';
import { Keyring } from '../../db/sealing.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import type { Context } from '../context.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { generate, type GenerateOptions } from './generate.ts';

export interface Scratch {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
}

export const throwAwayKeyring = (): Keyring =>
  new Keyring([{ id: 'd1', key: randomBytes(32) }], [{ id: 'h1', key: randomBytes(32) }]);

export async function generatedOffice(
  context: Context,
  size: Pick<GenerateOptions, 'transfers' | 'open' | 'history'>,
): Promise<Scratch> {
  const postgres = await benchPostgres(context, { maintenance_work_mem: '512MB', max_wal_size: '8GB' });
  await postgres.createDatabase('generated');
  const databaseUrl = postgres.url('generated');
  await migrateToLatest(databaseUrl);
  const keyring = throwAwayKeyring();
  const began = performance.now();
  await generate({ databaseUrl, keyring, ...size });
  context.say(`  ${size.transfers} transfers generated in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { databaseUrl, keyring };
}
