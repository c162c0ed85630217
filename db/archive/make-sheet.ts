/** Makes the bureau's sheet of a month and keeps it: the numbers, and the row of every transfer that they count. */
import { sql } from 'kysely';
import { keepUntil } from '../../domain/archive.ts';
import { keyReused, refuseDefects, type Defect } from '../../domain/errors.ts';
import { monthsOf } from '../../domain/time/months.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockArchive } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { countSheet } from '../metrics/month-sheet.ts';
import { sheetRows } from '../metrics/month-sheet-rows.ts';
import { rulesNow, settingOn } from '../office/rules.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import { keptRows, ROW_COLUMNS } from './sheet-rows.ts';

interface NewSheet {
  readonly officeId: string;
  readonly staffId: string;
  readonly month: string;
  readonly asOf?: string | undefined;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** @returns its id; the same one for the same key @throws Refusal invalid, idempotency-key-reused */
export function makeSheet(db: Db, keyring: Keyring, sheet: NewSheet): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { officeId, month, reason } = sheet;
    await lockArchive(tx);
    const before = await madeBefore(tx, sheet);
    if (before !== undefined) return before;
    const { today, rules } = await rulesNow(tx);
    const version = (await latestVersion(tx, officeId, month)) + 1;
    const asOf = sheet.asOf ?? lastOf(month, today);
    refuseDefects([...dayDefects(month, asOf, today), ...reasonDefects(version, reason)]);
    const text = newText(keyring, { officeId }, reason);
    const { id } = await withTexts(tx, [text])
      .insertInto('monthly_sheets')
      .values({
        office_id: officeId,
        month,
        version,
        as_of: asOf,
        made_by: sheet.staffId,
        reason_id: text?.id ?? null,
        keep_until: keepUntil(month, settingOn(rules, today, 'monthlySheetsKeptYears')),
        figures: '{}',
        idempotency_key: sheet.idempotencyKey ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await keepFigures(tx, id, { officeId, month, asOf });
    return id;
  });
}

/** Counted from the rows that are kept, so that a number and what stands behind it are of one moment. */
async function keepFigures(
  tx: Tx,
  id: string,
  { officeId, month, asOf: to }: { readonly officeId: string; readonly month: string; readonly asOf: string },
): Promise<void> {
  const from = `${month}-01`;
  const figures: Record<string, unknown> = {};
  const columns = sql.join(ROW_COLUMNS.map((column) => sql.ref(column)));
  for (const direction of ['in', 'out'] as const) {
    await sql`with ${sheetRows({ officeId, direction, from, to })}
      insert into monthly_sheet_rows (sheet_id, direction, ${columns})
      select ${id}::uuid, ${direction}, ${columns} from sheet`.execute(tx);
    figures[direction] = { from, to, ...(await countSheet(tx, keptRows(id, direction), direction)) };
  }
  await tx
    .updateTable('monthly_sheets')
    .set({ figures: JSON.stringify(figures) })
    .where('id', '=', id)
    .execute();
}

async function madeBefore(tx: Tx, sheet: NewSheet): Promise<string | undefined> {
  if (sheet.idempotencyKey === undefined) return undefined;
  const row = await tx
    .selectFrom('monthly_sheets')
    .select(['id', 'month', 'made_by'])
    .where('office_id', '=', sheet.officeId)
    .where('idempotency_key', '=', sheet.idempotencyKey)
    .executeTakeFirst();
  if (row && (row.month !== sheet.month || row.made_by !== sheet.staffId)) throw keyReused();
  return row?.id;
}

async function latestVersion(tx: Tx, officeId: string, month: string): Promise<number> {
  const row = await tx
    .selectFrom('monthly_sheets')
    .select('version')
    .where('office_id', '=', officeId)
    .where('month', '=', month)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.version ?? 0;
}

function lastOf(month: string, today: string): string {
  const first = `${month}-01`;
  const last = monthsOf(first, addDays(first, 31))[0]!.to;
  return last < today ? last : today;
}

function dayDefects(month: string, asOf: string, today: string): Defect[] {
  if (month > today.slice(0, 7)) return [{ field: 'month', code: 'future', message: 'This month has not begun yet.' }];
  if (asOf.slice(0, 7) !== month) {
    return [{ field: 'asOf', code: 'otherMonth', message: 'The sheet counts until the end of a day of its month.' }];
  }
  return asOf > today ? [{ field: 'asOf', code: 'future', message: 'This day has not come yet.' }] : [];
}

function reasonDefects(version: number, reason: string | undefined): Defect[] {
  if (version > 1 && reason === undefined) {
    return [{ field: 'reason', code: 'missing', message: 'A sheet of this month is kept: say why it was sent back.' }];
  }
  return version === 1 && reason !== undefined
    ? [{ field: 'reason', code: 'nothingSentBack', message: 'No sheet of this month is kept yet.' }]
    : [];
}
