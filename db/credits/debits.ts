/** Money that left the account or that the bank took back, newest first: what it was found to be, and whose task it is. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Found } from './money-out.ts';

export interface DebitFilter {
  readonly officeId: string;
  /** Booked on these days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** One of ours, as it is kept. */
  readonly account?: string | undefined;
  /** While one of its tasks is open, a debit is. */
  readonly state?: 'open' | 'decided' | undefined;
  /** This one. */
  readonly entryId?: string | undefined;
}

/** The last row of the page before. */
export interface DebitKey {
  readonly bookedOn: string;
  readonly id: string;
}

interface DebitRow {
  id: string;
  account: string;
  serial: string;
  booked_on: string;
  amount_fen: number;
  is_reversal: boolean;
  payer_sealed: Buffer | null;
  memo_sealed: Buffer | null;
  import_id: string | null;
  received_at: Date;
  /** The one that it pays. */
  remittance_id: string | null;
}

export async function listDebits(
  db: Db,
  keyring: Keyring,
  filter: DebitFilter,
  { after, limit }: { readonly after?: DebitKey; readonly limit: number },
) {
  const { rows } = await sql<DebitRow>`
    select id, account, serial, booked_on, amount_fen, is_reversal, payer_sealed, memo_sealed, import_id, received_at,
      (select remittances.id from remittances where debit_entry_id = entry.id) as remittance_id
    from bank_entries entry
    where office_id = ${filter.officeId} and direction = 'debit' and ${conditionOf(filter)}
      and ${after ? sql`(booked_on, id) < (${after.bookedOn}::date, ${after.id}::uuid)` : sql`true`}
    order by booked_on desc, id desc limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await asDebits(db, keyring, shown),
    next: rows.length > shown.length && last ? { bookedOn: last.booked_on, id: last.id } : null,
  };
}

function conditionOf({ from, to, account, state, entryId }: DebitFilter) {
  // What is open is little among all that ever was.
  const openTasks = sql`select (about ->> 'entryId')::uuid from tasks
    where kind = 'moneyOut' and closed_at is null and about ->> 'entryId' is not null`;
  const conditions = [
    from === undefined ? [] : sql`booked_on >= ${from}::date`,
    to === undefined ? [] : sql`booked_on <= ${to}::date`,
    account === undefined ? [] : sql`account = ${account}`,
    entryId === undefined ? [] : sql`id = ${entryId}::uuid`,
    state === 'open' ? sql`id in (${openTasks})` : [],
    state === 'decided' ? sql`id not in (${openTasks})` : [],
  ].flat();
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

async function asDebits(db: Db, keyring: Keyring, rows: readonly DebitRow[]) {
  const ids = rows.map(({ id }) => id);
  const [tasks, takenBack] = ids.length > 0 ? await Promise.all([tasksOf(db, ids), takenBackBy(db, ids)]) : [[], []];
  const credits = await creditsOf(db, [...new Set(tasks.flatMap(({ about }) => about.creditIds ?? []))]);
  return rows.map((row) => {
    const own = tasks.filter(({ about }) => about.entryId === row.id);
    const taken = takenBack.filter(({ entry_id: entryId }) => entryId === row.id);
    const others = new Set(own.flatMap(({ about }) => about.creditIds ?? []));
    for (const { credit_id: creditId } of taken) others.delete(creditId);
    return {
      id: row.id,
      account: row.account,
      serial: row.serial,
      bookedOn: row.booked_on,
      amountFen: row.amount_fen,
      isReversal: row.is_reversal,
      otherSide: keyring.openText(row.payer_sealed),
      memo: keyring.openText(row.memo_sealed),
      importId: row.import_id,
      receivedAt: row.received_at.toISOString(),
      state: own.some(({ closed_at: closedAt }) => closedAt === null) ? ('open' as const) : ('decided' as const),
      found: row.remittance_id === null ? foundNow(own[0]?.about.found, taken.length > 0) : ('remitted' as const),
      remittanceId: row.remittance_id ?? own[0]?.about.remittanceId ?? null,
      takenBack: taken.map(asTakenBack),
      candidates: credits.filter(({ creditId }) => others.has(creditId)),
      tasks: own.map(asTask),
    };
  });
}

/** The task says what the bank's word gave; a person, or a credit that came later, may have found the money since. */
function foundNow(found: Found | undefined, isTakenBack: boolean): Found | null {
  const isSettled = found === 'booked' || found === 'returned';
  return isTakenBack && !isSettled ? 'reversed' : (found ?? null);
}

interface TaskRow {
  id: string;
  about: { entryId: string; found?: Found; creditIds?: string[]; remittanceId?: string };
  transfer_id: string | null;
  case_no: string | null;
  owner_id: string;
  owner_name: string;
  owner_post: string;
  opened_at: Date;
  due_on: string;
  overdue: boolean;
  closed_at: Date | null;
  closed_by: string | null;
  closer_name: string | null;
  closer_post: string | null;
}

async function tasksOf(db: Db, entryIds: readonly string[]): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select tasks.id, about, tasks.transfer_id, case_no, owner_id, owner.display_name as owner_name, owner.post as owner_post,
      opened_at, due_on, tasks.closed_at is null and due_on < office_date(office_now()) as overdue, tasks.closed_at, closed_by,
      closer.display_name as closer_name, closer.post as closer_post
    from tasks
    join staff as owner on owner.id = owner_id
    left join staff as closer on closer.id = closed_by
    left join transfers on transfers.id = tasks.transfer_id
    left join cases on cases.id = transfers.case_id
    where tasks.kind = 'moneyOut' and about ->> 'entryId' = any(${[...entryIds]}::text[])
    order by opened_at, tasks.id`.execute(db);
  return rows;
}

const asTask = (row: TaskRow) => ({
  id: row.id,
  transferId: row.transfer_id,
  caseNo: row.case_no,
  owner: { id: row.owner_id, displayName: row.owner_name, post: row.owner_post },
  openedAt: row.opened_at.toISOString(),
  dueOn: row.due_on,
  overdue: row.overdue,
  closedAt: row.closed_at?.toISOString() ?? null,
  closedBy:
    row.closed_by === null ? null : { id: row.closed_by, displayName: row.closer_name!, post: row.closer_post! },
});

interface TakenBackRow {
  entry_id: string;
  credit_id: string;
  serial: string;
  booked_on: string;
  amount_fen: number;
  transfer_id: string | null;
  case_no: string | null;
}

/** The money of credits that is gone with it. */
async function takenBackBy(db: Db, entryIds: readonly string[]): Promise<TakenBackRow[]> {
  const { rows } = await sql<TakenBackRow>`
    select part.entry_id, part.credit_id, credits.serial, credits.booked_on, part.amount_fen, part.transfer_id, case_no
    from credit_parts part
    join credits on credits.id = part.credit_id
    left join transfers on transfers.id = part.transfer_id
    left join cases on cases.id = transfers.case_id
    where part.entry_id = any(${[...entryIds]}::uuid[])
    order by part.since, part.id`.execute(db);
  return rows;
}

const asTakenBack = (row: TakenBackRow) => ({
  creditId: row.credit_id,
  serial: row.serial,
  bookedOn: row.booked_on,
  amountFen: row.amount_fen,
  transferId: row.transfer_id,
  caseNo: row.case_no,
});

async function creditsOf(db: Db, creditIds: readonly string[]) {
  if (creditIds.length === 0) return [];
  const { rows } = await sql<{ creditId: string; serial: string; bookedOn: string; amountFen: number }>`
    select id as "creditId", serial, booked_on as "bookedOn", amount_fen as "amountFen" from credits
    where id = any(${[...creditIds]}::uuid[]) order by booked_on, id`.execute(db);
  return rows;
}
