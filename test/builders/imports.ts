/** Files taken in as the API does it, and worked off at once. */
import { sql } from 'kysely';
import { confirmApproval } from '../../db/approvals/confirm.ts';
import type { Db } from '../../db/connection/connection.ts';
import { createImport, readImport, withNextImport, type ImportKind } from '../../db/imported/files.ts';
import { importFile } from '../../imports/import-file.ts';
import { csvFile, type Row } from './files.ts';
import { testKeyring, type TestOffice } from './office.ts';
import { standClockAt } from './office-clock.ts';

export const COUNTERPART_ROWS: readonly Row[] = [
  {
    行政区划: '320100',
    机构名称: '南京样例中心',
    邮寄方式: 'EMS',
    地址: '样例路1号',
    邮编: '210000',
    电话: '025-12345678',
  },
  {
    行政区划: '330100',
    机构名称: '杭州样例中心',
    邮寄方式: '全国平台',
    地址: '样例路2号',
    邮编: '310000',
    电话: '0571-12345678',
  },
];

/** And what waits for a second person is confirmed by one. */
export async function takeIn(db: Db, office: TestOffice, kind: ImportKind, file: Uint8Array | readonly Row[]) {
  const brought = await bringIn(db, office, kind, file);
  return brought.heldRows === 0 ? brought : confirmHeld(db, office, brought.id);
}

export async function confirmHeld(db: Db, { officeId, staff }: TestOffice, importId: string) {
  const { id: approvalId } = await db
    .selectFrom('approvals')
    .select('id')
    .where('subject', '=', importId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const tools = { keyring: testKeyring, hashPassword: (text: string) => Promise.resolve(text) };
  await confirmApproval(db, tools, { officeId, approvalId, byStaffId: staff.finance });
  await workOffNext(db);
  return (await readImport(db, officeId, importId))!;
}

/** As the runner of a process does it. */
export const workOffNext = (db: Db) => withNextImport(db, (next) => importFile(db, testKeyring, next));

export async function bringIn(db: Db, office: TestOffice, kind: ImportKind, file: Uint8Array | readonly Row[]) {
  const bytes = file instanceof Uint8Array ? file : csvFile(file);
  const { officeId, staff } = office;
  const { id } = await createImport(db, testKeyring, {
    officeId,
    kind,
    file: Buffer.from(bytes),
    byStaffId: staff.manager,
  });
  await workOffNext(db);
  return (await readImport(db, officeId, id))!;
}

/** Simulated offices have a clock of their own: this one stands in November 2026. */
export async function standInNovember2026(db: Db): Promise<void> {
  await standClockAt(db, '2026-11-20T10:00:00+08:00');
}

export async function transferOf(db: Db, caseNo: string) {
  return db
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .selectAll('transfers')
    .where('case_no', '=', caseNo)
    .executeTakeFirstOrThrow();
}

export async function stepsOf(db: Db, transferId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('steps')
    .select(['step', 'attempt', 'outcome'])
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ step, attempt, outcome }) => `${step} ${String(attempt)} ${outcome ?? 'open'}`);
}

export async function factsOf(db: Db, transferId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('events')
    .select(['kind', sql<string>`office_date(occurred_at)::text`.as('on')])
    .where('transfer_id', '=', transferId)
    .where('fact_seq', 'is not', null)
    .orderBy('fact_seq')
    .execute();
  return rows.map(({ kind, on }) => `${on} ${kind}`);
}

export async function countRows(db: Db, table: 'events' | 'credits' | 'transfers'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
