/** Kept sheets, as they are listed and read. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { MonthSheet } from '../metrics/month-sheet.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';

type Figures = Readonly<Record<'in' | 'out', MonthSheet & { readonly from: string; readonly to: string }>>;

function selectSheets(db: Db, officeId: string) {
  return db
    .selectFrom('monthly_sheets as m')
    .innerJoin('staff', 'staff.id', 'm.made_by')
    .select(['m.id', 'm.month', 'm.version', 'm.as_of', 'm.known_at', 'm.reason_id', 'm.keep_until'])
    .select(['staff.id as staff_id', 'staff.display_name', 'staff.post', keptText('m.reason_id').as('reason_sealed')])
    .select(
      sql<boolean>`exists (select from monthly_sheets later
        where later.office_id = m.office_id and later.month = m.month and later.version > m.version)`.as('replaced'),
    )
    .where('m.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectSheets>['execute']>>[number];

const asHead = (row: Row, keyring: Keyring) => ({
  id: row.id,
  month: row.month,
  version: row.version,
  asOf: row.as_of,
  knownAt: row.known_at.toISOString(),
  by: staffRef(row.staff_id, row.display_name, row.post),
  reason: row.reason_id === null ? null : openKept(keyring, row.reason_id, row.reason_sealed),
  keepUntil: row.keep_until,
  replaced: row.replaced,
});

interface SheetKey {
  readonly month: string;
  readonly version: number;
}

interface SheetsAsked {
  readonly officeId: string;
  readonly month?: string | undefined;
  readonly limit: number;
  readonly after?: SheetKey | undefined;
}

export async function listSheets(db: Db, keyring: Keyring, { officeId, month, limit, after }: SheetsAsked) {
  const rows = await selectSheets(db, officeId)
    .$if(month !== undefined, (query) => query.where('m.month', '=', month!))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(m.month, m.version) < (${after!.month}, ${after!.version}::integer)`),
    )
    .orderBy('m.month', 'desc')
    .orderBy('m.version', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row) => asHead(row, keyring));
  return { items, next: rows.length > limit ? items.at(-1)! : null };
}

/** @throws Refusal not-found */
export async function readSheet(db: Db, keyring: Keyring, officeId: string, id: string) {
  const row = await selectSheets(db, officeId).select('m.figures').where('m.id', '=', id).executeTakeFirst();
  if (!row) throw noSheet();
  const before = await db
    .selectFrom('monthly_sheets')
    .select(['id', 'version', 'figures'])
    .where('office_id', '=', officeId)
    .where('month', '=', row.month)
    .where('version', '=', row.version - 1)
    .executeTakeFirst();
  return {
    ...asHead(row, keyring),
    ...(row.figures as unknown as Figures),
    before: before ? { id: before.id, version: before.version, ...(before.figures as unknown as Figures) } : null,
  };
}

/** @throws Refusal not-found */
export async function requireSheet(db: Db, officeId: string, id: string): Promise<void> {
  const row = await db
    .selectFrom('monthly_sheets')
    .select('id')
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw noSheet();
}

const noSheet = (): Refusal => new Refusal('not-found', 'There is no such sheet.');
