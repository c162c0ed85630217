/** A remittance, as far on its way as a test wants it: planned by finance, released by the manager, and what the bank says of it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { confirmApproval } from '../../db/approvals/confirm.ts';
import { propose } from '../../db/approvals/propose.ts';
import type { Db } from '../../db/connection/connection.ts';
import { receiveCameBack } from '../../db/credits/came-back.ts';
import { receiveMoneyOut } from '../../db/credits/money-out.ts';
import { recordRemittanceFact } from '../../db/remittances/facts.ts';
import { planRemittance } from '../../db/remittances/plan.ts';
import type { Plan } from '../../db/remittances/asked.ts';
import type { RemittanceFactKind } from '../../domain/money/remittance.ts';
import { testKeyring, type TestOffice } from './office.ts';

export const PAYEE_ACCOUNT = '0200000000000000000';
const tools = { keyring: testKeyring, hashPassword: () => Promise.resolve('') };
const request = () => ({ idempotencyKey: randomUUID(), bodyHash: Buffer.from(randomUUID()) });

export async function aPlan(db: Db, office: TestOffice, change: Partial<Plan>): Promise<string> {
  return planRemittance(db, testKeyring, {
    officeId: office.officeId,
    payeeName: '样例市社会保险中心',
    payeeAccount: PAYEE_ACCOUNT,
    amountFen: 100_00,
    byStaffId: office.staff.finance,
    ...request(),
    ...change,
  });
}

export const saysOf = (
  db: Db,
  { officeId, staff }: TestOffice,
  remittanceId: string,
  kind: RemittanceFactKind,
  more: {
    readonly month?: string;
    readonly note?: string;
    readonly occurredAt?: Date;
    readonly byStaffId?: string;
    readonly idempotencyKey?: string;
  } = {},
): Promise<void> =>
  recordRemittanceFact(db, testKeyring, {
    officeId,
    remittanceId,
    kind,
    byStaffId: staff.finance,
    ...request(),
    ...more,
  });

export async function isReleased(db: Db, { officeId, staff }: TestOffice, remittanceId: string): Promise<void> {
  const approvalId = await propose(db, tools, {
    officeId,
    kind: 'releaseRemittance',
    proposal: { remittanceId },
    proposedBy: staff.finance,
  });
  await confirmApproval(db, tools, { officeId, approvalId, byStaffId: staff.manager });
}

export async function isSent(db: Db, office: TestOffice, id: string): Promise<void> {
  await saysOf(db, office, id, 'applied');
  await saysOf(db, office, id, 'funded');
  await isReleased(db, office, id);
  await saysOf(db, office, id, 'sent');
}

export async function referenceOf(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('remittances').select('reference').where('id', '=', id).executeTakeFirstOrThrow();
  return row.reference;
}

export async function todayOf(db: Db): Promise<string> {
  const { rows } = await sql<{ day: string }>`select office_date(office_now()) as day`.execute(db);
  return rows[0]!.day;
}

let serial = 0;
const entryOf = async (db: Db, { officeId }: TestOffice, id: string) => ({
  officeId,
  account: '622200001111',
  serial: `HKT${String(++serial)}`,
  twin: 1,
  bookedOn: await todayOf(db),
  amountFen: 100_00,
  payerName: '样例市社会保险中心',
  payerAccount: PAYEE_ACCOUNT,
  memo: `养老转移 ${await referenceOf(db, id)}`,
});

/** The bank's debit of it. */
export async function isDebited(db: Db, office: TestOffice, id: string, change: object = {}) {
  const entry = { ...(await entryOf(db, office, id)), direction: 'debit' as const, isReversal: false, ...change };
  return db.transaction().execute((tx) => receiveMoneyOut(tx, testKeyring, entry));
}

/** The bank's credit by which it comes back. */
export async function comesBack(db: Db, office: TestOffice, id: string, change: object = {}) {
  const entry = { ...(await entryOf(db, office, id)), direction: 'credit' as const, ...change };
  return db.transaction().execute((tx) => receiveCameBack(tx, testKeyring, entry));
}
