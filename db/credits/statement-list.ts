/** The bank's statements as a person reads them: which have come, where each ends, and whether it goes on from the one before. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { cutPage } from '../connection/page.ts';
import { breakOf, type Break } from './statements.ts';

export interface StatementFilter {
  readonly officeId: string;
  /** One of ours, as it is kept. */
  readonly account?: string | undefined;
  /** Of each account the one that ends last. */
  readonly lastOnly?: boolean | undefined;
}

interface StatementRow {
  id: number;
  account: string;
  sequence: number | null;
  from_on: string | null;
  to_on: string | null;
  opening_fen: number | null;
  closing_fen: number | null;
  import_id: string;
  taken_in_at: Date;
  before_on: string | null;
  before_closing_fen: number | null;
}

/** The last that were taken in first. What came late closes the gap that was told when the next one came. */
export async function listStatements(
  db: Db,
  { officeId, account, lastOnly }: StatementFilter,
  { after, limit }: { readonly after?: number | undefined; readonly limit: number },
) {
  const { rows } = await sql<StatementRow>`
    select s.id, s.account, s.sequence, s.from_on, s.to_on, s.opening_fen, s.closing_fen, s.import_id,
      coalesce(imports.handed_in_at, imports.created_at) as taken_in_at, before.to_on as before_on,
      before.closing_fen as before_closing_fen
    from bank_statements s
    join imports on imports.id = s.import_id
    left join lateral (
      select to_on, closing_fen from bank_statements
      where office_id = s.office_id and account = s.account and to_on <= s.to_on
        and (from_on, to_on, opening_fen, closing_fen) is distinct from (s.from_on, s.to_on, s.opening_fen, s.closing_fen)
      order by to_on desc, id desc limit 1) as before on true
    where s.office_id = ${officeId}
      and ${account === undefined ? sql`true` : sql`s.account = ${account}`}
      and ${lastOnly ? isLast(officeId) : sql`true`}
      and ${after === undefined ? sql`true` : sql`s.id < ${after}::bigint`}
    order by s.id desc limit ${limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, limit);
  return { items: shown.map(asStatement), next: last?.id ?? null };
}

const isLast = (officeId: string) => sql`s.id in (select distinct on (account) id from bank_statements
  where office_id = ${officeId} order by account, to_on desc nulls last, id desc)`;

const asStatement = (row: StatementRow) => ({
  id: row.id,
  account: row.account,
  sequence: row.sequence,
  fromOn: row.from_on,
  toOn: row.to_on,
  openingFen: row.opening_fen,
  closingFen: row.closing_fen,
  importId: row.import_id,
  takenInAt: row.taken_in_at.toISOString(),
  break: asBreak(
    breakOf(
      { fromOn: row.from_on ?? undefined, openingFen: row.opening_fen ?? undefined },
      row.before_on === null ? undefined : { sequence: null, toOn: row.before_on, closingFen: row.before_closing_fen },
    ),
  ),
});

function asBreak(found: Break | undefined) {
  if (!found) return null;
  const { kind, before } = found;
  return {
    kind,
    beforeOn: before.toOn!,
    beforeClosingFen: before.closingFen,
    missingFrom: kind === 'days' ? found.missingFrom : null,
    missingTo: kind === 'days' ? found.missingTo : null,
  };
}
