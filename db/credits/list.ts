/** Money received as a person reads it, newest first: whose, and where every fen of it is. */
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { tellerOf } from './explanation.ts';

type PartState = 'suspense' | 'proposed' | 'matched' | 'booked' | 'returned' | 'reversed';
type Verdict = 'match' | 'part' | 'split' | 'amountDiffers' | 'propose' | 'paidTwice' | 'suspense';

export interface CreditFilter {
  readonly officeId: string;
  /** With a part in this state. */
  readonly state?: PartState;
  readonly origin?: 'bank' | 'openingBalance';
  readonly verdict?: Verdict;
  readonly serial?: string;
  /** Of a debit: what it took back, or may have. */
  readonly entryId?: string;
}

/** The last row of the page before. */
export interface CreditKey {
  readonly bookedOn: string;
  readonly id: string;
}

export async function listCredits(
  db: Db,
  keyring: Keyring,
  filter: CreditFilter,
  page: { after?: CreditKey; limit: number },
) {
  const rows = await selectCredits(db)
    .where('credits.office_id', '=', filter.officeId)
    .$if(filter.serial !== undefined, (query) => query.where('serial', '=', filter.serial!))
    .$if(filter.origin !== undefined, (query) => query.where('origin', '=', filter.origin!))
    .$if(filter.verdict !== undefined, (query) => query.where('verdict', '=', filter.verdict!))
    .$if(filter.state !== undefined, (query) =>
      query.where(
        sql<SqlBool>`exists (select from credit_parts where credit_id = credits.id and state = ${filter.state!})`,
      ),
    )
    .$if(filter.entryId !== undefined, (query) => query.where(mayBeOf(filter.entryId!)))
    .$if(page.after !== undefined, (query) =>
      query.where(sql<SqlBool>`(booked_on, credits.id) < (${page.after!.bookedOn}::date, ${page.after!.id}::uuid)`),
    )
    .orderBy('booked_on', 'desc')
    .orderBy('credits.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const items = await withParts(db, keyring, rows.slice(0, page.limit));
  const last = items.at(-1);
  const next: CreditKey | null = rows.length > page.limit && last ? { bookedOn: last.bookedOn, id: last.id } : null;
  return { items, next };
}

/** As the debit's own row tells of them. */
const mayBeOf = (entryId: string) => sql<SqlBool>`credits.id in (
  select credit_id from credit_parts where entry_id = ${entryId}::uuid
  union select jsonb_array_elements_text(about -> 'creditIds')::uuid from tasks
    where kind = 'moneyOut' and about ->> 'entryId' = ${entryId})`;

/** Undefined when the office has no such credit. */
export async function readCredit(db: Db, keyring: Keyring, officeId: string, creditId: string) {
  const rows = await selectCredits(db)
    .where('credits.office_id', '=', officeId)
    .where('credits.id', '=', creditId)
    .execute();
  const [credit] = await withParts(db, keyring, rows);
  return credit;
}

/** In the order in which they are asked for. */
export async function readCredits(db: Db, keyring: Keyring, creditIds: readonly string[]) {
  if (creditIds.length === 0) return [];
  const rows = await selectCredits(db)
    .where('credits.id', 'in', [...creditIds])
    .execute();
  const found = await withParts(db, keyring, rows);
  return creditIds.flatMap((id) => found.find((credit) => credit.id === id) ?? []);
}

function selectCredits(db: Db) {
  return db
    .selectFrom('credits')
    .select(['credits.id', 'serial', 'booked_on', 'amount_fen', 'payer_sealed', 'memo_sealed', 'verdict'])
    .select(['credits.office_id', 'explanation', 'received_at']);
}
type CreditRow = Awaited<ReturnType<ReturnType<typeof selectCredits>['execute']>>[number];

async function withParts(db: Db, keyring: Keyring, credits: readonly CreditRow[]) {
  if (credits.length === 0) return [];
  const parts = await partsOf(
    db,
    credits.map(({ id }) => id),
  );
  const told = await tellerOf(db, credits);
  return credits.map((credit) => ({
    id: credit.id,
    serial: credit.serial,
    bookedOn: credit.booked_on,
    amountFen: credit.amount_fen,
    payerName: keyring.openText(credit.payer_sealed),
    memo: keyring.openText(credit.memo_sealed),
    verdict: credit.verdict as Verdict,
    explanation: told(credit.explanation),
    receivedAt: credit.received_at.toISOString(),
    parts: parts.filter(({ creditId }) => creditId === credit.id).map(({ creditId: _, ...part }) => part),
  }));
}

async function partsOf(db: Db, creditIds: string[]) {
  const rows = await db
    .selectFrom('credit_parts as part')
    .innerJoin('staff', 'staff.id', 'part.owner_id')
    .leftJoin('transfers', 'transfers.id', 'part.transfer_id')
    .leftJoin('cases', 'cases.id', 'transfers.case_id')
    .select([
      'part.id',
      'part.credit_id',
      'part.amount_fen',
      'part.state',
      'part.transfer_id',
      'part.reason',
      'part.since',
    ])
    .select(['cases.case_no', 'staff.id as owner_id', 'staff.display_name', 'staff.post'])
    .where(sql<SqlBool>`part.credit_id = any(${creditIds}::uuid[])`)
    .orderBy('part.since')
    .orderBy('part.id')
    .execute();
  return rows.map((row) => ({
    creditId: row.credit_id,
    id: row.id,
    amountFen: row.amount_fen,
    state: row.state as PartState,
    transferId: row.transfer_id,
    caseNo: row.case_no,
    owner: { id: row.owner_id, displayName: row.display_name, post: row.post },
    since: row.since.toISOString(),
    reason: row.reason,
  }));
}
