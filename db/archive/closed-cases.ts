/** Cases of which every transfer is closed: when the last one was, and whether anything moved. */
import { sql, type RawBuilder } from 'kysely';
import type { BoxKind } from '../../domain/archive.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { cutPage } from '../connection/page.ts';

export interface ClosedCase {
  readonly caseId: string;
  readonly transferId: string;
  readonly caseNo: string;
  readonly direction: 'in' | 'out';
  readonly kind: BoxKind;
  readonly closedAt: Date;
}

/** Of a month: which of them lie in no box, the first closed first. `key` is `closedAt` to the microsecond. */
export const waitingCases = (officeId: string, month: string): RawBuilder<unknown> => sql`
  select * from (${closedCases(officeId, month)}) as closed
  where not exists (select from boxed_cases where boxed_cases.case_id = closed."caseId" and boxed_cases.out_at is null)`;

const monthOf = (instant: RawBuilder<unknown>) => sql<string>`left(office_date(${instant})::text, 7)`;

/** The transfers closed in the month say which cases to look at. */
const closedCases = (officeId: string, month: string) => sql`
  select cases.id as "caseId", cases.case_no as "caseNo", cases.direction, max(transfers.closed_at) as "closedAt",
    max(transfers.closed_at)::text as key,
    (array_agg(transfers.id order by transfers.leg desc, coalesce(transfers.link = 'supplement', false), transfers.number desc))[1] as "transferId",
    case when bool_or(transfers.closing = 'completed') then 'transferred' else 'endedOtherwise' end as kind,
    count(papers.id)::integer as papers
  from cases
  join transfers on transfers.case_id = cases.id
  left join papers on papers.transfer_id = transfers.id
  where cases.id in (select case_id from transfers
    where office_id = ${officeId} and closed_at >= ${startOfDay(`${month}-01`)} and closed_at < ${startOfDay(nextMonth(month))})
  group by cases.id
  having bool_and(transfers.closed_at is not null) and max(transfers.closed_at) < ${endOfDay(addDays(nextMonth(month), -1))}`;

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}-01`;
}

interface WaitingAsked {
  readonly officeId: string;
  readonly month: string;
  readonly limit: number;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
}

export async function listWaiting(db: Db, { officeId, month, limit, after }: WaitingAsked) {
  const beyond = after ? sql`("closedAt", "caseId") > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await sql<{
    count: number;
    page: (Omit<ClosedCase, 'closedAt'> & { closedAt: string; key: string })[] | null;
  }>`
    with waiting as materialized (${waitingCases(officeId, month)}),
    page as (select * from waiting where ${beyond} order by "closedAt", "caseId" limit ${limit + 1})
    select (select count(*) from waiting) as count,
      (select jsonb_agg(page order by "closedAt", "caseId") from page) as page`.execute(db);
  const { count, page } = rows[0]!;
  const found = page ?? [];
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map(({ caseId, transferId, caseNo, direction, kind, closedAt }) => ({
      caseId,
      transferId,
      caseNo,
      direction,
      kind,
      closedAt: new Date(closedAt).toISOString(),
    })),
    count,
    next: last ? { at: last.key, id: last.caseId } : null,
  };
}

/** The newest first. */
export async function listMonths(
  db: Db,
  { officeId, limit, before }: { officeId: string; limit: number; before?: string | undefined },
) {
  const until = before === undefined ? sql`true` : sql`month < ${before}`;
  const { rows } = await sql<{ month: string; closed: number; waiting: number }>`
    with closed as (
      select cases.id, ${monthOf(sql`max(transfers.closed_at)`)} as month
      from cases join transfers on transfers.case_id = cases.id
      where cases.office_id = ${officeId}
      group by cases.id having bool_and(transfers.closed_at is not null)
    )
    select month, count(*) as closed, count(*) filter (where boxed.case_id is null) as waiting
    from closed left join boxed_cases as boxed on boxed.case_id = closed.id and boxed.out_at is null
    where ${until} group by month order by month desc limit ${limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, limit);
  return { items: shown, next: last?.month ?? null };
}
