/** One file, batch by batch: what is committed stays, and a later run goes on behind it. */
import { sql } from 'kysely';
import type { Db, Tx } from '../db/connection.ts';
import { loadDirectory } from '../db/counterpart-directory.ts';
import { doneLines, saveLines, type LineOutcome } from '../db/import-lines.ts';
import { beginImport, finishImport, noteProgress, readImportFile, type WaitingImport } from '../db/imports.ts';
import type { Keyring } from '../db/sealing.ts';
import { IMPORT_KINDS } from './import-kinds.ts';
import { refusedLine, type ImportJob, type KindWriter } from './import-job.ts';
import type { AcceptedRow, ReadFile, RefusedRow } from './row-files.ts';

const BATCH_LINES = 200;

type Line = AcceptedRow<unknown> | RefusedRow;

/** When told to stop it ends between two batches, unfinished. */
export async function importFile(db: Db, keyring: Keyring, waiting: WaitingImport, stop?: AbortSignal): Promise<void> {
  const writer = IMPORT_KINDS[waiting.kind];
  const job = await beginJob(db, keyring, waiting);
  const read = withOwnLines(writer.read(await readImportFile(db, keyring, waiting.id), job));
  if (read.fileDefects.length > 0) {
    const failure = read.fileDefects.map(({ code, field, reason }) => [code, field, reason].filter(Boolean).join(': '));
    return finishImport(db, waiting.id, failure.join('\n'));
  }
  const lines = inOrder(read, writer);
  await beginImport(db, waiting.id, lines.length);
  const done = await doneLines(db, waiting.id);
  const left = lines.filter(({ line }) => !done.has(line));
  for (let from = 0; from < left.length; from += BATCH_LINES) {
    if (stop?.aborted) return;
    await writeBatch(db, job, writer, left.slice(from, from + BATCH_LINES));
  }
  await finishImport(db, waiting.id);
}

async function beginJob(db: Db, keyring: Keyring, { id, officeId }: WaitingImport): Promise<ImportJob> {
  const { rows } = await sql<{
    now: Date;
    today: string;
  }>`select office_now() as now, office_date(office_now()) as today`.execute(db);
  const directory = await loadDirectory(db);
  return {
    keyring,
    context: { officeId, importId: id, ...rows[0]! },
    directory: new Map(directory.map((entry) => [entry.areaCode, entry])),
  };
}

/** Two rows may begin on one line (an XML without line breaks): then every row counts as a line of its own. */
function withOwnLines(read: ReadFile<unknown>): ReadFile<unknown> {
  const all = [...read.accepted, ...read.refused];
  if (new Set(all.map(({ line }) => line)).size === all.length) return warned(read);
  const numbers = new Map(all.sort((a, b) => a.line - b.line).map((row, index) => [row, index + 1]));
  return warned({
    ...read,
    accepted: read.accepted.map((row) => ({ ...row, line: numbers.get(row)! })),
    refused: read.refused.map((row) => ({ ...row, line: numbers.get(row)! })),
  });
}

/** What is odd about the file as a whole is said with its first row. */
function warned(read: ReadFile<unknown>): ReadFile<unknown> {
  const [first, ...rest] = read.accepted;
  if (!first || read.fileWarnings.length === 0) return read;
  return { ...read, accepted: [{ ...first, warnings: [...first.warnings, ...read.fileWarnings] }, ...rest] };
}

function inOrder(read: ReadFile<unknown>, writer: KindWriter<unknown>): Line[] {
  if (writer.order) return [...read.refused, ...[...read.accepted].sort((a, b) => writer.order!(a.row, b.row))];
  return [...read.accepted, ...read.refused].sort((a, b) => a.line - b.line);
}

/** A batch that fails as a whole is tried line by line, so that one bad row spoils only itself. */
async function writeBatch(db: Db, job: ImportJob, writer: KindWriter<unknown>, lines: readonly Line[]): Promise<void> {
  try {
    await commit(db, job, (tx) => outcomesOf(tx, job, writer, lines));
  } catch (error) {
    if (lines.length === 1) return keepUnstorable(db, job, lines[0]!, error);
    for (const line of lines) await writeBatch(db, job, writer, [line]);
  }
}

async function commit(db: Db, job: ImportJob, work: (tx: Tx) => Promise<LineOutcome[]>): Promise<void> {
  const { importId } = job.context;
  await db.transaction().execute(async (tx) => {
    await saveLines(tx, job.keyring, importId, await work(tx));
    await noteProgress(tx, importId);
  });
}

async function outcomesOf(
  tx: Tx,
  job: ImportJob,
  writer: KindWriter<unknown>,
  lines: readonly Line[],
): Promise<LineOutcome[]> {
  const rows = lines.filter((line): line is AcceptedRow<unknown> => 'row' in line);
  const refused = lines.filter((line): line is RefusedRow => 'defects' in line);
  const written = rows.length > 0 ? await writer.write(tx, job, rows) : [];
  return [...refused.map((row) => refusedLine(row, row.defects)), ...written];
}

/** Data that the database does not take is refused and kept; anything else (no connection) stops here and is tried again. */
async function keepUnstorable(db: Db, job: ImportJob, line: Line, error: unknown): Promise<void> {
  const { code = '' } = error as { code?: string };
  if (!/^2[23]/.test(code)) throw error;
  const defect = { field: '', code: 'notStored', reason: `The ledger cannot take this row (${code}).` };
  await commit(db, job, () => Promise.resolve([refusedLine(line, [defect])]));
}
