/** Exactly the cases behind one number of the completion figures. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { BUCKETS_IN } from './completion-in.ts';
import { BUCKETS_OUT } from './completion-out.ts';
import { groupedBy, type Grouping } from './groupings.ts';
import { standingsOf, type DirectedQuestion } from './standings.ts';

export type CompletionBucket = keyof typeof BUCKETS_IN | keyof typeof BUCKETS_OUT;

export interface BucketPage {
  /** Of the whole bucket, not of the page. */
  readonly count: number;
  /** In the order of the case numbers; several legs of a case appear as its leading one. */
  readonly transferIds: readonly string[];
  /** The last case number when there are more. */
  readonly next: string | null;
}

/** One of the groups of the question. */
export interface AmongGroup {
  readonly keyring: Keyring;
  readonly by: Grouping;
  readonly group: string;
}

/** Undefined: the direction has no such bucket. */
export const hasBucket = (direction: DirectedQuestion['direction'], bucket: CompletionBucket): boolean =>
  conditionOf(direction, bucket) !== undefined;

export async function listBucket(
  db: Db,
  question: DirectedQuestion,
  bucket: CompletionBucket,
  page: { readonly afterCaseNo?: string; readonly limit: number; readonly among?: AmongGroup },
): Promise<BucketPage | undefined> {
  const condition = conditionOf(question.direction, bucket);
  if (condition === undefined) return undefined;
  const standings = await standingsOf(db, question);
  const { among } = page;
  const grouped = among && sql`, ${await groupedBy(db, among.keyring, question, among.by)}`;
  const ofGroup =
    among &&
    sql`and exists (select from grouped
    where grouped.case_id = standings.case_id and grouped.key = ${among.group})`;
  const { rows } = await sql<{ count: number; page: { transfer_id: string; case_no: string }[] | null }>`
    with ${standings}${grouped ?? sql``},
    behind as (
      select standings.transfer_id, cases.case_no
      from standings
      join transfers on transfers.id = standings.transfer_id
      join cases on cases.id = transfers.case_id
      where (${sql.raw(condition)}) ${ofGroup ?? sql``}
    ),
    page as (
      select * from behind where case_no > ${page.afterCaseNo ?? ''} order by case_no limit ${page.limit + 1}
    )
    select (select count(*) from behind) as count, (select jsonb_agg(page order by case_no) from page) as page`.execute(
    db,
  );
  const { shown, last } = cutPage(rows[0]!.page ?? [], page.limit);
  return {
    count: rows[0]!.count,
    transferIds: shown.map((item) => item.transfer_id),
    next: last?.case_no ?? null,
  };
}

function conditionOf(direction: 'in' | 'out', bucket: string): string | undefined {
  const buckets: Readonly<Record<string, string>> = direction === 'in' ? BUCKETS_IN : BUCKETS_OUT;
  return Object.hasOwn(buckets, bucket) ? buckets[bucket] : undefined;
}
