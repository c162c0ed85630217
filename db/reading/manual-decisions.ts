/** What people decided by hand in a period (人工干预清单): each decision once, with whoever agreed to it. */
import { sql } from 'kysely';
import type { ManualDecisionKind } from '../../domain/manual-decisions.ts';
import type { Db } from '../connection/connection.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { staffRef } from '../office/staff.ts';

export interface DecisionFilter {
  readonly officeId: string;
  /** Days on which it was recorded, both included. */
  readonly from: string;
  readonly to: string;
  readonly kind?: ManualDecisionKind;
  /** Who decided it. */
  readonly staffId?: string;
  /** The second person. */
  readonly confirmedById?: string;
}

export interface DecisionKey {
  readonly at: string;
  readonly key: string;
}

interface Row {
  kind: ManualDecisionKind;
  at: Date;
  exactly: string;
  key: string;
  by_id: string;
  by_name: string;
  by_post: string;
  confirmed_id: string | null;
  confirmed_name: string | null;
  confirmed_post: string | null;
  transfer_id: string | null;
  case_no: string | null;
  reason_code: string | null;
  amount_fen: number | null;
  about: string;
}

interface Count {
  kind: ManualDecisionKind;
  by_id: string;
  by_name: string;
  by_post: string;
  count: number;
}

/** Facts that interfere with the course of a transfer, and notes about its person. */
const FACTS = [
  'takenOver', 'held', 'resumed', 'closedWithoutTransfer', 'fundsAgreed', 'sentBackToCounterpart', 'contactChanged', 'statusCodeRenewed',
  'takenOutOfBox',
]; // prettier-ignore

/** What two people agreed on stands in its proposal, so that its event is left out; those of releases before took one person and a name. */
const ofTransfers = ({ officeId, from, to }: DecisionFilter) => sql`
  select e.kind, e.recorded_at as at, e.transfer_id::text || to_char(e.seq, 'FM0000000000') as key, e.by_staff_id as by_id,
    null::uuid as confirmed_id, e.transfer_id, e.reason_code, null::bigint as amount_fen, coalesce(s.step, '') as about
  from events e
  left join steps s on s.transfer_id = e.transfer_id and s.ordinal = e.step_ordinal
  where e.office_id = ${officeId} and e.source = 'staff' and e.by_staff_id is not null and e.confirmed_by is null
    and e.recorded_at >= ${startOfDay(from)} and e.recorded_at < ${endOfDay(to)}
    and e.kind = any(${[...FACTS, 'corrected']}::text[])
  union all
  select case when e.kind = 'booked' then 'bookOverDefects' else 'decidedAgainst' end, e.recorded_at,
    e.transfer_id::text || to_char(e.seq, 'FM0000000000'), e.by_staff_id, null, e.transfer_id, e.reason_code, null, s.step
  from events e
  join steps s on s.transfer_id = e.transfer_id and s.ordinal = e.step_ordinal
  join procedure_outcomes o on o.procedure = s.procedure and o.step = s.step and o.outcome = e.outcome
  where e.office_id = ${officeId} and e.source = 'staff' and e.by_staff_id is not null and e.confirmed_by is null
    and e.recorded_at >= ${startOfDay(from)} and e.recorded_at < ${endOfDay(to)}
    and ((e.kind in ('reviewed', 'secondReviewed', 'decided') and o.place > 1)
      or (e.kind = 'booked' and e.payload ? 'overDefects'))`;

const ofTwo = ({ officeId, from, to }: DecisionFilter) => sql`
  select case when a.state = 'confirmed' then a.kind else 'refusedProposal' end, a.decided_at, a.id::text,
    case when a.state = 'confirmed' then a.proposed_by else a.decided_by end, case when a.state = 'confirmed' then a.decided_by end,
    a.transfer_id, null, (select (one ->> 'becomes')::bigint from jsonb_array_elements(a.changes) as one
      where one ->> 'field' = 'amountFen' and jsonb_typeof(one -> 'becomes') = 'number' limit 1),
    case when a.state = 'confirmed' then '' else a.kind end
  from approvals a
  where a.office_id = ${officeId} and a.state in ('confirmed', 'refused') and a.decided_by is not null
    and a.decided_at >= ${startOfDay(from)} and a.decided_at < ${endOfDay(to)}`;

const ofMoneyAndTasks = ({ officeId, from, to }: DecisionFilter) => sql`
  select 'moneyDecided', m.at, m.id::text, m.by_staff_id, null, m.transfer_id, null, m.amount_fen, m.decision
  from matches m
  where m.office_id = ${officeId} and m.by_staff_id is not null and m.confirmed_by is null
    and m.at >= ${startOfDay(from)} and m.at < ${endOfDay(to)}
  union all
  -- With words of somebody: what a fact or a decision closes by the way stands here as that.
  select 'taskClosed', k.closed_at, k.id::text, k.closed_by, null, k.transfer_id, k.reason_code, null, k.kind
  from tasks k
  where k.office_id = ${officeId} and k.closed_by is not null and k.closing_note_id is not null
    and k.closed_at >= ${startOfDay(from)} and k.closed_at < ${endOfDay(to)}`;

/** Whose numbers were shown whole to somebody without work with them, and for which reason. */
const ofLookUps = ({ officeId, from, to }: DecisionFilter) => sql`
  select 'revealed', l.office_at, '0-' || l.id::text, l.staff_id, null::uuid, l.transfer_ids[1], null, null::bigint, l.reason
  from look_ups l
  where l.office_id = ${officeId} and l.reason is not null
    and l.office_at >= ${startOfDay(from)} and l.office_at < ${endOfDay(to)}`;

/** An administrator acts alone where no second one has been here lately, which is marked. */
const ofOffice = ({ officeId, from, to }: DecisionFilter) => sql`
  select case when o.kind like 'staff%' then 'staffAccess' when o.kind = 'calendarLoaded' then 'loadCalendar'
      when o.kind = 'bankAccountsChanged' then 'bankAccounts'
      when o.kind = 'officeChanged' then 'officeDetails'
      when o.kind = 'interestRateSet' then 'interestRate' when o.kind = 'officeRuleSet' then 'officeRule'
      when o.kind = 'historyImported' then 'releaseImport' else o.kind end,
    o.recorded_at, o.id::text, o.by_staff_id, null, null, o.payload ->> 'reasonCode', null,
    case when o.payload ? 'alone' then 'alone' else '' end
  from office_events o
  where o.office_id = ${officeId} and o.by_staff_id is not null
    and o.recorded_at >= ${startOfDay(from)} and o.recorded_at < ${endOfDay(to)}
    and (o.kind in ('absenceBegun', 'absenceEnded', 'applicationRefused')
      or (o.kind in ('staffAdded', 'staffChanged', 'calendarLoaded', 'bankAccountsChanged', 'officeChanged', 'interestRateSet', 'officeRuleSet',
        'historyImported')
        and o.payload ? 'alone'))`;

const decisions = (filter: DecisionFilter) => sql`decisions as materialized (
    select * from (
      ${ofTransfers(filter)} union all ${ofTwo(filter)} union all ${ofMoneyAndTasks(filter)} union all ${ofLookUps(filter)} union all
      ${ofOffice(filter)}
    ) as every_one (kind, at, key, by_id, confirmed_id, transfer_id, reason_code, amount_fen, about)
    where ${isAsked('by_id', filter.staffId)} and ${isAsked('confirmed_id', filter.confirmedById)}
  ),
  asked as (select * from decisions where ${isAsked('kind', filter.kind)})`;

const isAsked = (column: string, value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.id(column)} = ${value}`;

/** Without a limit all of them. */
export async function listManualDecisions(
  db: Db,
  filter: DecisionFilter,
  page: { readonly after?: DecisionKey; readonly limit?: number },
) {
  const { limit } = page;
  const after = page.after ? sql`(at, key) < (${page.after.at}::timestamptz, ${page.after.key})` : sql`true`;
  const { rows } = await sql<{ count: number; counts: Count[] | null; page: Row[] | null }>`
    with ${decisions(filter)},
    counts as (
      select kind, by_id, staff.display_name as by_name, staff.post as by_post, count(*) as count
      from decisions join staff on staff.id = by_id
      group by kind, by_id, staff.display_name, staff.post
    ),
    page as (
      select asked.*, at::text as exactly, cases.case_no, decider.display_name as by_name, decider.post as by_post,
        second.display_name as confirmed_name, second.post as confirmed_post
      from asked
      join staff as decider on decider.id = by_id
      left join staff as second on second.id = confirmed_id
      left join transfers on transfers.id = asked.transfer_id
      left join cases on cases.id = transfers.case_id
      where ${after}
      order by at desc, key desc limit ${limit === undefined ? null : limit + 1}
    )
    select (select count(*) from asked) as count,
      (select jsonb_agg(counts order by kind, by_name, by_id) from counts) as counts,
      (select jsonb_agg(page order by at desc, key desc) from page) as page`.execute(db);
  const { count, counts, page: all } = rows[0]!;
  const found = all ?? [];
  const shown = limit === undefined ? found : found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(asDecision),
    counts: (counts ?? []).map((one) => ({
      kind: one.kind,
      by: staffRef(one.by_id, one.by_name, one.by_post),
      count: one.count,
    })),
    count,
    next: found.length > shown.length && last ? { at: last.exactly, key: last.key } : null,
  };
}

export type ManualDecision = ReturnType<typeof asDecision>;

const asDecision = (row: Row) => ({
  kind: row.kind,
  at: new Date(row.at).toISOString(),
  by: staffRef(row.by_id, row.by_name, row.by_post),
  confirmedBy: row.confirmed_id === null ? null : staffRef(row.confirmed_id, row.confirmed_name!, row.confirmed_post!),
  transferId: row.transfer_id,
  caseNo: row.case_no,
  reasonCode: row.reason_code,
  amountFen: row.amount_fen,
  about: row.about,
});
