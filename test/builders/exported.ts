/** Files that go out, made at once and read again: cell by cell as whoever opens them sees them. */
import { expect } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { createExport, readExport, withNextExport, type NewExport } from '../../db/exported/exports.ts';
import { fileParts } from '../../db/exported/parts.ts';
import { exportFile } from '../../exports/export-file.ts';
import type { Ask } from '../../exports/sources.ts';
import { openTable } from '../../imports/rows/open-rows.ts';
import type { Caller, TestApi } from '../support/api.ts';
import { testKeyring, type TestOffice } from './office.ts';

/** What only its own rows are read for asks nothing. */
export const askNothing: Ask = () => Promise.reject(new Error('nothing is asked'));

export const makeNext = (db: Db, ask: Ask = askNothing, stop?: AbortSignal) =>
  withNextExport(db, testKeyring, (next) => exportFile({ db, keyring: testKeyring, ask }, next, stop));

export async function bytesOf(db: Db, exportId: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of fileParts(db, testKeyring, exportId)) parts.push(part);
  return Buffer.concat(parts);
}

type Wanted = Pick<NewExport, 'what'> & Partial<NewExport>;

/** By the manager, unless somebody else is named. */
export async function takeOut(db: Db, { officeId, staff }: TestOffice, wanted: Wanted, ask: Ask = askNothing) {
  const asked: NewExport = { officeId, byStaffId: staff.manager, format: 'xlsx', filter: {}, ...wanted };
  const { id } = await createExport(db, testKeyring, asked);
  await makeNext(db, ask);
  const made = (await readExport(db, testKeyring, asked.byStaffId, id))!;
  return { ...made, file: await bytesOf(db, id) };
}

/** As the importer reads it: the texts of its cells by the words of its header. */
export async function rowsIn(file: Uint8Array, titles: readonly string[]): Promise<Record<string, string>[]> {
  const table = await openTable(file, { required: titles });
  if ('code' in table) throw new Error(`${table.code}: ${table.reason}`);
  const rows: Record<string, string>[] = [];
  for await (const row of table.rows()) rows.push({ ...row.cells });
  return rows;
}

/** Asked for, made and fetched; as CSV, in which a word can be read as it stands. */
export async function fileOf(api: TestApi, who: Caller, what: string, filter: object): Promise<string> {
  const asked = await who.post('/exports', { what, format: 'csvUtf8', filter });
  expect(asked.status, asked.text).toBe(202);
  await makeNext(api.db, api.ask);
  const file = await who.get(`/exports/${asked.body.id as string}/file`);
  expect(file.status, file.text).toBe(200);
  return file.text;
}
