/** How each bank writes its CSV: a new bank is a row here. */
import {
  checkBankLayout,
  LAYOUT_FIELDS,
  type BankLayout,
  type DateFormat,
  type LayoutField,
} from '../../domain/money/bank-layout.ts';
import { refuseDefects } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';

/** In the order of their names. */
export async function listBankLayouts(db: Db) {
  const rows = await db
    .selectFrom('bank_layouts')
    .select(['name', 'columns', 'credit_words', 'debit_words', 'date_formats', 'encoding', 'delimiter'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    columns: row.columns as Partial<Record<LayoutField, string[]>>,
    creditWords: row.credit_words,
    debitWords: row.debit_words,
    dateFormats: row.date_formats as DateFormat[],
    encoding: row.encoding as BankLayout['encoding'],
    delimiter: row.delimiter as BankLayout['delimiter'],
  }));
}

/** New, or instead of the one of this name. @throws Refusal invalid, with all defects */
export async function putBankLayout(db: Db, layout: BankLayout, byStaffId: string): Promise<void> {
  refuseDefects(checkBankLayout(layout));
  const named = LAYOUT_FIELDS.flatMap((field) => {
    const words = layout.columns[field];
    return words && words.length > 0 ? [[field, words] as const] : [];
  });
  const row = {
    columns: JSON.stringify(Object.fromEntries(named)),
    credit_words: [...layout.creditWords],
    debit_words: [...layout.debitWords],
    date_formats: [...layout.dateFormats],
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    changed_by: byStaffId,
    changed_at: new Date(),
  };
  await db
    .insertInto('bank_layouts')
    .values({ name: layout.name, ...row })
    .onConflict((oc) => oc.column('name').doUpdateSet(row))
    .execute();
}
