/** Exactly the cases behind one number of the completion figures. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { caseStandings } from './case-standings.ts';
import { DONE_IN_PERIOD, DONE_SAME_MONTH, DONE_SECOND, outStandings } from './completion-out.ts';
import type { CompletionQuestion } from './question.ts';
import { ruleOfRates } from './rate-rule.ts';

/** What each bucket asks of a standing; `excluded is null` is asked of every case of transfer-in. */
const BUCKETS_IN = {
  cohort: 'true',
  closedAt1: 'done and attempts <= 1',
  closedAt2: 'done and attempts = 2',
  closedAt3: 'done and attempts = 3',
  closedWithin1: 'done and attempts <= 1',
  closedWithin2: 'done and attempts <= 2',
  closedWithin3: 'done and attempts <= 3',
  closedLater: 'done and attempts > 3',
  notClosed: 'not done',
  mature1: 'mature1',
  mature2: 'mature2',
  mature3: 'mature3',
} as const;

const BUCKETS_OUT = {
  cohort: 'is_due',
  inPeriod: DONE_IN_PERIOD,
  second: DONE_SECOND,
  sameMonth: DONE_SAME_MONTH,
  notInPeriod: 'is_due and (done_on is null or done_on > due_on)',
} as const;

export type CompletionBucket = keyof typeof BUCKETS_IN | keyof typeof BUCKETS_OUT;

export interface BucketPage {
  /** Of the whole bucket, not of the page. */
  readonly count: number;
  /** In the order of the case numbers; several legs of a case appear as its leading one. */
  readonly transferIds: readonly string[];
  /** The last case number when there are more. */
  readonly next: string | null;
}

/** Undefined: the direction has no such bucket. */
export async function listBucket(
  db: Db,
  question: CompletionQuestion & { readonly direction: 'in' | 'out' },
  bucket: CompletionBucket,
  page: { readonly afterCaseNo?: string; readonly limit: number },
): Promise<BucketPage | undefined> {
  const condition = conditionOf(question.direction, bucket);
  if (condition === undefined) return undefined;
  const standings =
    question.direction === 'in'
      ? caseStandings(question, (await ruleOfRates(db, question.to)).matureAfterWorkingDays)
      : outStandings(question);
  const { rows } = await sql<{ count: number; page: { transfer_id: string; case_no: string }[] | null }>`
    with ${standings},
    behind as (
      select standings.transfer_id, cases.case_no
      from standings
      join transfers on transfers.id = standings.transfer_id
      join cases on cases.id = transfers.case_id
      where ${sql.raw(condition)}
    ),
    page as (
      select * from behind where case_no > ${page.afterCaseNo ?? ''} order by case_no limit ${page.limit + 1}
    )
    select (select count(*) from behind) as count, (select jsonb_agg(page order by case_no) from page) as page`.execute(
    db,
  );
  const found = rows[0]!.page ?? [];
  const items = found.slice(0, page.limit);
  return {
    count: rows[0]!.count,
    transferIds: items.map((item) => item.transfer_id),
    next: found.length > page.limit ? (items.at(-1)?.case_no ?? null) : null,
  };
}

function conditionOf(direction: 'in' | 'out', bucket: string): string | undefined {
  if (direction === 'out')
    return Object.hasOwn(BUCKETS_OUT, bucket) ? BUCKETS_OUT[bucket as keyof typeof BUCKETS_OUT] : undefined;
  return Object.hasOwn(BUCKETS_IN, bucket)
    ? `excluded is null and ${BUCKETS_IN[bucket as keyof typeof BUCKETS_IN]}`
    : undefined;
}
