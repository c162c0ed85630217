/** Remittances as a screen reads them, the longest in its state first: state, place, who has the ball, and every state that each was in. */
import { sql } from 'kysely';
import { ballOf, isOfAnotherMonth, type MoneyPlace, type RemittanceState } from '../../domain/money/remittance.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import { movesOf } from './moves.ts';

export interface RemittanceFilter {
  readonly officeId: string;
  readonly state?: RemittanceState | undefined;
  readonly place?: MoneyPlace | undefined;
  readonly ownerId?: string | undefined;
  readonly transferId?: string | undefined;
  readonly remittanceId?: string | undefined;
  /** Somebody has the ball: not confirmed, not withdrawn, not paid anew. */
  readonly open?: boolean | undefined;
  /** Past its day. */
  readonly overdue?: boolean | undefined;
  /** Another takes its place. */
  readonly replaced?: boolean | undefined;
  readonly amountFen?: number | undefined;
  /** A debit may still be found to pay it, also where another takes its place by now. */
  readonly awaitsDebit?: boolean | undefined;
}

/** The last row of the page before. */
export interface RemittanceKey {
  readonly since: string;
  readonly id: string;
}

export interface RemittanceRow {
  id: string;
  reference: string;
  transfer_id: string | null;
  case_no: string | null;
  credit_part_id: string | null;
  replaces_id: string | null;
  replaced_by_id: string | null;
  counterpart_area_code: string | null;
  counterpart_name: string | null;
  payee_sealed: Buffer;
  payee_account_sealed: Buffer;
  payee_bank_sealed: Buffer | null;
  our_account: string;
  amount_fen: number;
  account_fen: number;
  pooled_fen: number;
  other_fen: number;
  funds_month: string;
  funded_month: string | null;
  source: string;
  state: RemittanceState;
  place: MoneyPlace;
  owner_id: string;
  owner_name: string;
  owner_post: string;
  since: Date;
  exactly: string;
  due_on: string | null;
  overdue: boolean;
  planned_at: Date;
  release_id: string | null;
  debit_entry_id: string | null;
  bounce_entry_id: string | null;
}

export type Remittance = Awaited<ReturnType<typeof listRemittances>>['items'][number];

const OVER = sql`(r.state in ('confirmed', 'withdrawn') or next.id is not null)`;
const OVERDUE = sql`coalesce(not ${OVER} and r.due_on < office_date(office_now()), false)`;

/** As `awaitsDebit` of settle.ts. */
const AWAITS_DEBIT = sql`(r.state in ('released', 'sent') or (r.state = 'bounced' and r.debit_entry_id is null))`;

export async function listRemittances(
  db: Db,
  keyring: Keyring,
  filter: RemittanceFilter,
  { after, limit }: { readonly after?: RemittanceKey; readonly limit: number },
) {
  const { rows } = await sql<RemittanceRow>`
    select r.id, r.reference, r.transfer_id, case_no, r.credit_part_id, r.replaces_id, next.id as replaced_by_id,
      r.counterpart_area_code, agency.name as counterpart_name, r.payee_sealed, r.payee_account_sealed, r.payee_bank_sealed,
      r.our_account, r.amount_fen, r.account_fen, r.pooled_fen, r.other_fen, r.funds_month, r.funded_month, r.source, r.state, r.place,
      r.owner_id, owner.display_name as owner_name, owner.post as owner_post, r.since, r.since::text as exactly, r.due_on,
      ${OVERDUE} as overdue, r.planned_at, waiting.id as release_id, r.debit_entry_id, r.bounce_entry_id
    from remittances r
    join staff as owner on owner.id = r.owner_id
    left join remittances as next on next.replaces_id = r.id
    left join transfers on transfers.id = r.transfer_id
    left join cases on cases.id = transfers.case_id
    left join lateral (select name from counterparts where area_code = r.counterpart_area_code order by valid_from desc limit 1) agency on true
    left join approvals waiting on waiting.office_id = r.office_id and waiting.kind = 'releaseRemittance'
      and waiting.subject = r.id::text and waiting.state = 'waiting'
    where r.office_id = ${filter.officeId} and ${conditionOf(filter)}
      and ${after ? sql`(r.since, r.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by r.since, r.id limit ${limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, limit);
  const moves = await movesOf(
    db,
    keyring,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((row) => ({
      ...asRemittance(keyring, row),
      moves: moves.filter(({ remittanceId }) => remittanceId === row.id).map(({ move }) => move),
    })),
    next: last ? { since: last.exactly, id: last.id } : null,
  };
}

function conditionOf(filter: RemittanceFilter) {
  const { state, place, ownerId, transferId, remittanceId, open, overdue, replaced, amountFen, awaitsDebit } = filter;
  const conditions = [
    state === undefined ? [] : sql`r.state = ${state}`,
    place === undefined ? [] : sql`r.place = ${place}`,
    ownerId === undefined ? [] : sql`r.owner_id = ${ownerId}::uuid`,
    transferId === undefined ? [] : sql`r.transfer_id = ${transferId}::uuid`,
    remittanceId === undefined ? [] : sql`r.id = ${remittanceId}::uuid`,
    open === undefined ? [] : sql`${OVER} = ${!open}`,
    overdue === undefined ? [] : sql`${OVERDUE} = ${overdue}`,
    amountFen === undefined ? [] : sql`r.amount_fen = ${amountFen}::bigint`,
    awaitsDebit === undefined ? [] : sql`${AWAITS_DEBIT} = ${awaitsDebit}`,
    replaced === undefined ? [] : sql`(next.id is not null) = ${replaced}`,
  ].flat();
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

const asRemittance = (keyring: Keyring, row: RemittanceRow) => ({
  id: row.id,
  reference: row.reference,
  transferId: row.transfer_id,
  caseNo: row.case_no,
  creditPartId: row.credit_part_id,
  replacesId: row.replaces_id,
  replacedById: row.replaced_by_id,
  counterpart:
    row.counterpart_area_code === null
      ? null
      : { areaCode: row.counterpart_area_code, name: row.counterpart_name ?? row.counterpart_area_code },
  payeeName: keyring.openText(row.payee_sealed) ?? '',
  payeeAccount: keyring.openText(row.payee_account_sealed) ?? '',
  payeeBank: keyring.openText(row.payee_bank_sealed),
  ourAccount: row.our_account,
  amountFen: row.amount_fen,
  accountFen: row.account_fen,
  pooledFen: row.pooled_fen,
  otherFen: row.other_fen,
  fundsMonth: row.funds_month,
  fundedMonth: row.funded_month,
  ofAnotherMonth: isOfAnotherMonth(row.funds_month, row.funded_month),
  source: row.source as 'fiscalAccount' | 'incomeAccount',
  state: row.state,
  place: row.place,
  // Paid anew, nobody has it any more.
  ball: row.replaced_by_id === null ? ballOf(row.state) : ('nobody' as const),
  owner: staffRef(row.owner_id, row.owner_name, row.owner_post),
  since: row.since.toISOString(),
  dueOn: row.replaced_by_id === null ? row.due_on : null,
  overdue: row.overdue,
  plannedAt: row.planned_at.toISOString(),
  releaseApprovalId: row.release_id,
  debitEntryId: row.debit_entry_id,
  bounceEntryId: row.bounce_entry_id,
});
