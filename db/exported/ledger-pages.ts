/** The transfers of one direction in the order of their acceptance, page by page along an index: no list of them is ever whole in memory. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface LedgerSpan {
  readonly officeId: string;
  /** Days of acceptance, both included; absent: from the first, to the last. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const PAGE = 500;

export async function* inPages<Row>(
  db: Db,
  direction: 'in' | 'out',
  span: LedgerSpan,
  read: (ids: readonly string[]) => Promise<Row[]>,
): AsyncIterable<Row[]> {
  let after: { at: string; id: string } | undefined;
  for (;;) {
    const keys = await nextKeys(db, direction, span, after);
    if (keys.length > 0) yield await read(keys.map(({ id }) => id));
    if (keys.length < PAGE) return;
    after = keys.at(-1);
  }
}

const within = ({ from, to }: LedgerSpan) =>
  sql.join(
    [
      // A row is a case as it was accepted; what goes on from it after its closing has no row of its own.
      sql`t.link is null`,
      ...(from === undefined ? [] : [sql`t.accepted_at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')`]),
      ...(to === undefined ? [] : [sql`t.accepted_at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`]),
    ],
    sql` and `,
  );

async function nextKeys(db: Db, direction: string, span: LedgerSpan, after: { at: string; id: string } | undefined) {
  const beyond = after ? sql`and (t.accepted_at, t.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<{ id: string; at: string }>`select t.id, t.accepted_at::text as at from transfers t
    where t.office_id = ${span.officeId} and t.direction = ${direction} and ${within(span)} ${beyond}
    order by t.accepted_at, t.id limit ${sql.lit(PAGE)}`.execute(db);
  return rows;
}

export async function countLedger(db: Db, direction: 'in' | 'out', span: LedgerSpan): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from transfers t
    where t.office_id = ${span.officeId} and t.direction = ${direction} and ${within(span)}`.execute(db);
  return rows[0]!.count;
}
