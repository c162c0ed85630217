/** An office of its own that takes statements of its bank in, and what becomes of their entries. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { listImportLines } from '../../../db/imported/lines.ts';
import type { Row } from '../../builders/files.ts';
import { COUNTERPART_ROWS, takeIn } from '../../builders/imports.ts';
import { testKeyring, type TestOffice } from '../../builders/office.ts';
import { statementFile, type Entry, type Statement } from '../../builders/statements.ts';
import { aResidentId } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';

let number = 0;
/** Nobody's reference, account or case is another test's. */
export const ownNumber = (n: number): string => String(number + n);
export const ref = (n: number): string => `R${ownNumber(n)}`;
const caseNo = (n: number): string => `IN2026${String(9_000_000 + number + n)}`;

export async function takingStatements() {
  const own = await ownOffice();
  const { db, office } = own;
  beforeAll(async () => {
    await standClockAt(db, '2026-11-30T10:00:00+08:00');
    await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  });
  beforeEach(() => void (number += 100));
  const take = (file: Uint8Array | readonly Row[]) => taken(db, office, file);
  return {
    ...own,
    take,
    takeXml: (entries: readonly Entry[], about: Statement = {}) => take(statementFile(entries, about)),
    awaits: (...yuan: string[]) => awaited(db, office, yuan),
    statesOf: (caseNumber: string) => statesOf(db, caseNumber),
    personOf: (caseNumber: string) => personOf(db, caseNumber),
  };
}

/** One open transfer for each amount, and the numbers of their cases. */
async function awaited(db: Db, office: TestOffice, yuan: readonly string[]): Promise<string[]> {
  const rows = yuan.map((total, index): Row => ({
    业务编号: caseNo(index),
    姓名: '样例甲',
    公民身份号码: aResidentId(),
    信息表转移基金总额: total,
    原参保地行政区划: '320100',
  }));
  expect(await takeIn(db, office, 'openTransfers', rows)).toMatchObject({ refused: 0 });
  return yuan.map((_, index) => caseNo(index));
}

async function taken(db: Db, office: TestOffice, file: Uint8Array | readonly Row[]) {
  const brought = await takeIn(db, office, 'bankStatement', file);
  const { items } = await listImportLines(db, brought.id, { after: 0, limit: 1000 });
  const lines = items.map(({ result, verdict, warnings }) => [result, verdict, ...warnings.map(({ code }) => code)]);
  return { ...brought, lines, said: brought.warnings.map(({ code }) => code) };
}

export interface Person {
  readonly name: string;
  readonly idNumber: string;
}

async function personOf(db: Db, caseNumber: string): Promise<Person> {
  const { name_sealed: name, id_number_sealed: idNumber } = await db
    .selectFrom('cases')
    .innerJoin('persons', 'persons.id', 'cases.person_id')
    .select(['name_sealed', 'id_number_sealed'])
    .where('case_no', '=', caseNumber)
    .executeTakeFirstOrThrow();
  return { name: testKeyring.openText(name) ?? '', idNumber: testKeyring.openText(idNumber) ?? '' };
}

async function statesOf(db: Db, caseNumber: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select part.state from credit_parts part
    join transfers on transfers.id = part.transfer_id join cases on cases.id = transfers.case_id
    where case_no = ${caseNumber} order by part.state`.execute(db);
  return rows.map(({ state }) => state);
}
