/** Rows of an account: those that hold now, a new one, one that a later one replaces. */
import { sql } from 'kysely';
import type {
  Contribution,
  ContributionNature,
  PaperIssuer,
  PaperKind,
} from '../../domain/contributions/contribution.ts';
import type { Db, Tx } from '../connection/connection.ts';

export type ContributionSource = 'file' | 'core' | 'hand';

export interface KeptContribution extends Contribution {
  readonly id: string;
  readonly source: ContributionSource;
  readonly recordedAt: Date;
}

/** In the order of their months. */
export async function readContributions(db: Db, accountId: string): Promise<KeptContribution[]> {
  const rows = await db
    .selectFrom('contributions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('replaced_at', 'is', null)
    .orderBy('from_month')
    .orderBy('area_code')
    .orderBy('nature')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    areaCode: row.area_code,
    fromMonth: row.from_month,
    toMonth: row.to_month,
    nature: row.nature as ContributionNature,
    baseFen: row.base_fen,
    employerFen: row.employer_fen,
    personalFen: row.personal_fen,
    creditedFen: row.credited_fen,
    interestFen: row.interest_fen,
    ...(row.paid_on !== null && { paidOn: row.paid_on }),
    ...(row.paper_kind !== null && { paper: paperOf({ ...row, paper_kind: row.paper_kind }) }),
    source: row.source as ContributionSource,
    recordedAt: row.recorded_at,
  }));
}

interface PaperColumns {
  readonly paper_kind: string;
  readonly paper_issuer: string | null;
  readonly paper_dated_on: string | null;
}

const paperOf = (row: PaperColumns) => ({
  kind: row.paper_kind as PaperKind,
  ...(row.paper_issuer !== null && { issuer: row.paper_issuer as PaperIssuer }),
  ...(row.paper_dated_on !== null && { datedOn: row.paper_dated_on }),
});

export interface SourceOfRow {
  readonly source: ContributionSource;
  readonly importId?: string | undefined;
  readonly byStaffId?: string | undefined;
}

export async function insertContribution(
  tx: Tx,
  accountId: string,
  row: Contribution,
  { source, importId, byStaffId }: SourceOfRow,
): Promise<string> {
  const { id } = await tx
    .insertInto('contributions')
    .values({
      account_id: accountId,
      area_code: row.areaCode,
      from_month: row.fromMonth,
      to_month: row.toMonth,
      nature: row.nature,
      base_fen: row.baseFen,
      employer_fen: row.employerFen,
      personal_fen: row.personalFen,
      credited_fen: row.creditedFen,
      interest_fen: row.interestFen,
      paid_on: row.paidOn ?? null,
      paper_kind: row.paper?.kind ?? null,
      paper_issuer: row.paper?.issuer ?? null,
      paper_dated_on: row.paper?.datedOn ?? null,
      source,
      import_id: importId ?? null,
      by_staff_id: source === 'hand' ? (byStaffId ?? null) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** It stays readable. @returns how many there were */
export async function replaceContributions(tx: Db, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('contributions')
    .set({ replaced_at: sql`office_now()` })
    .where('id', 'in', [...ids])
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
