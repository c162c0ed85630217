/** What became of each line of a file; every column is kept, sealed. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import type { ImportKind } from './files.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';

export type LineVerdict = 'accepted' | 'refused' | 'unchanged' | 'changed';
type BankVerdict = 'match' | 'part' | 'split' | 'amountDiffers' | 'propose' | 'paidTwice' | 'suspense';

/** Where, a stable code, and why; never the value itself. */
export interface LineDefect {
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

export interface LineOutcome {
  readonly line: number;
  readonly verdict: LineVerdict;
  /** What a row is known again by: a case number, a serial number, an area code. */
  readonly naturalKey?: string;
  readonly transferId?: string | null;
  readonly creditId?: string | null;
  readonly bankVerdict?: BankVerdict | null;
  readonly caseNos?: readonly string[];
  readonly amountFen?: number | null;
  readonly warnings?: readonly LineDefect[];
  readonly defects?: readonly LineDefect[];
  /** Refused until a second person has confirmed the file: the money that it would book or bring. */
  readonly heldFen?: number;
  /** As received, by column. */
  readonly cells: Readonly<Record<string, string>>;
}

export async function saveLines(
  tx: Tx,
  keyring: Keyring,
  importId: string,
  outcomes: readonly LineOutcome[],
): Promise<void> {
  await insertMany(
    tx,
    'import_lines',
    outcomes.map((outcome) => ({
      import_id: importId,
      line: outcome.line,
      verdict: outcome.verdict,
      natural_key: outcome.naturalKey ?? '',
      transfer_id: outcome.transferId ?? null,
      credit_id: outcome.creditId ?? null,
      bank_verdict: outcome.bankVerdict ?? null,
      case_nos: [...(outcome.caseNos ?? [])],
      amount_fen: outcome.amountFen ?? null,
      warnings: JSON.stringify((outcome.warnings ?? []).map(({ field, code, reason }) => ({ field, code, reason }))),
      raw_sealed: keyring.seal(JSON.stringify(outcome.cells)),
    })),
  );
  const refusals = outcomes.flatMap(({ line, defects = [] }) =>
    defects.map(({ field, code, reason }, index) => ({
      import_id: importId,
      line,
      no: index + 1,
      field,
      code,
      reason,
    })),
  );
  await insertMany(tx, 'import_refusals', refusals);
}

/** The lines that are committed already: a resumed import leaves them alone. */
export async function doneLines(db: Db, importId: string): Promise<Set<number>> {
  const rows = await db.selectFrom('import_lines').select('line').where('import_id', '=', importId).execute();
  return new Set(rows.map(({ line }) => line));
}

interface LineRow {
  line: number;
  verdict: LineVerdict;
  natural_key: string;
  transfer_id: string | null;
  bank_verdict: BankVerdict | null;
  case_nos: string[];
  amount_fen: number | null;
  warnings: LineDefect[];
  kind: ImportKind;
}

/** In the order of the file. */
export async function listImportLines(db: Db, importId: string, page: { after: number; limit: number }) {
  const { rows } = await sql<LineRow>`
    select line, verdict, natural_key, transfer_id, bank_verdict, case_nos, amount_fen, warnings, imports.kind
    from import_lines join imports on imports.id = import_lines.import_id
    where import_id = ${importId} and line > ${page.after} order by line limit ${page.limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, page.limit);
  const items = shown.map((row) => ({
    line: row.line,
    result: row.verdict,
    transferId: row.transfer_id,
    serial: row.kind === 'bankStatement' && row.natural_key !== '' ? row.natural_key : null,
    verdict: row.bank_verdict,
    cases: row.case_nos,
    amountFen: row.amount_fen,
    warnings: row.warnings.map(({ field, code, reason }) => ({ field, code, message: reason })),
  }));
  return { items, next: last?.line ?? null };
}

export interface ImportRefusal extends LineDefect {
  readonly line: number;
}

/** Every defect of every refused line. */
export function listRefusals(db: Db, importId: string): Promise<ImportRefusal[]> {
  return db
    .selectFrom('import_refusals')
    .select(['line', 'field', 'code', 'reason'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .orderBy('no')
    .execute();
}
