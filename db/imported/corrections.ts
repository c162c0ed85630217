/** Refused lines that somebody has put right: each goes in again as a line of a file of its own, and the refused one stays as it came. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { staffRef } from '../office/staff.ts';
import { createImport, HELD, type ImportKind, type NewImport } from './files.ts';
import type { LineVerdict } from './lines.ts';

type Cells = Readonly<Record<string, string>>;

/** A line as it came, with what became of it. */
export interface RawLine {
  readonly line: number;
  readonly verdict: LineVerdict;
  /** It waits for a second person. */
  readonly held: boolean;
  /** By column, in the order of the file. */
  readonly cells: Cells;
}

export async function readRawLines(
  db: Db,
  keyring: Keyring,
  importId: string,
  lines: readonly number[],
): Promise<Map<number, RawLine>> {
  const { rows } = await sql<{ line: number; verdict: LineVerdict; held: boolean; raw_sealed: Buffer }>`
    select line, verdict, raw_sealed, exists (select from import_refusals r
      where r.import_id = l.import_id and r.line = l.line and r.code = ${HELD}) as held
    from import_lines l where import_id = ${importId} and line = any(${[...lines]}::integer[])`.execute(db);
  return new Map(
    rows.map(({ line, verdict, held, raw_sealed: sealed }) => {
      const cells = JSON.parse(keyring.open(sealed).toString('utf8')) as Cells;
      return [line, { line, verdict, held, cells }];
    }),
  );
}

interface CorrectionRow {
  line: number;
  importId: string;
  /** The line that it has in the correcting file. */
  importLine: number;
  state: 'waiting' | 'running' | 'done' | 'failed';
  at: Date;
  by: string | null;
  byName: string | null;
  byPost: string | null;
  result: LineVerdict | null;
  held: boolean;
}

/** The newest of each line that was corrected, in the order of the file. */
export async function listCorrections(db: Db, importId: string) {
  const { rows } = await sql<CorrectionRow>`
    select distinct on (c.corrects_line) c.corrects_line as line, c.import_id as "importId", c.line as "importLine",
      i.state, coalesce(i.handed_in_at, i.created_at) as at, s.id as by, s.display_name as "byName", s.post as "byPost",
      l.verdict as result, exists (select from import_refusals r
        where r.import_id = c.import_id and r.line = c.line and r.code = ${HELD}) as held
    from import_corrections c join imports i on i.id = c.import_id
      left join staff s on s.id = i.created_by
      left join import_lines l on l.import_id = c.import_id and l.line = c.line
    where c.corrects_import_id = ${importId} order by c.corrects_line, i.created_at desc`.execute(db);
  return rows.map(({ by, byName, byPost, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: by === null ? null : staffRef(by, byName ?? '', byPost ?? ''),
  }));
}

export type Correction = Awaited<ReturnType<typeof listCorrections>>[number];

/** Nobody corrects it a second time: it went in, it is under way, or it waits for a second person. */
export const isSettled = ({ state, result, held }: Correction): boolean =>
  state === 'waiting' || state === 'running' || held || (result !== null && result !== 'refused');

interface NewCorrections extends NewImport {
  readonly correctsImportId: string;
  /** The corrected line, by the line that it has in the new file. */
  readonly lines: ReadonlyMap<number, number>;
}

/** Two who correct the same line at the same moment stand in a queue; `check` is asked when it is one's own turn. */
export async function createCorrections(
  db: Db,
  keyring: Keyring,
  { correctsImportId, lines, ...file }: NewCorrections,
  check: (tx: Tx) => Promise<void>,
) {
  return db.transaction().execute(async (tx) => {
    await sql`select id from imports where id = ${correctsImportId} for no key update`.execute(tx);
    await check(tx);
    const created = await createImport(tx, keyring, file);
    const rows = [...lines].map(([line, corrects]) => ({
      import_id: created.id,
      line,
      corrects_import_id: correctsImportId,
      corrects_line: corrects,
    }));
    await tx.insertInto('import_corrections').values(rows).execute();
    return { ...created, corrects: correctsImportId };
  });
}

/** What was typed by hand would be money without a bank: that comes with its statement alone. */
export const isCorrectable = (kind: ImportKind): boolean => kind !== 'bankStatement';
