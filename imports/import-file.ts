/** One file, batch by batch: what is committed stays, and a later run goes on behind it. */
import { proposeIn } from '../db/approvals/propose.ts';
import type { Db, Tx } from '../db/connection/connection.ts';
import { isConnectionLoss } from '../db/connection/loss.ts';
import { listBankAccounts } from '../db/office/bank-accounts.ts';
import { listBankLayouts } from '../db/office/bank-layouts.ts';
import { readNow } from '../db/office/clock.ts';
import { loadDirectory } from '../db/office/counterparts.ts';
import { theOffice } from '../db/office/office.ts';
import { doneLines, saveLines, type LineDefect, type LineOutcome } from '../db/imported/lines.ts';
import {
  beginImport,
  finishImport,
  noteProgress,
  readHeld,
  readImportFile,
  type WaitingImport,
} from '../db/imported/files.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import { Refusal } from '../domain/errors.ts';
import { IMPORT_KINDS } from './kinds.ts';
import { refusedLine, type ImportJob, type KindWriter } from './rows/job.ts';
import { unreadable, type AcceptedRow, type ReadFile, type RefusedRow } from './rows/row-files.ts';

/** Whoever records a fact at the counter waits for the transfers of one batch at most. */
const BATCH_LINES = 50;
const MOST_TRIES = 3;
/** About a file; whoever reads so many reads no more. */
const MOST_WARNINGS = 50;

type Line = AcceptedRow<unknown> | RefusedRow;

/** When told to stop it ends between two batches, unfinished. */
export async function importFile(db: Db, keyring: Keyring, waiting: WaitingImport, stop?: AbortSignal): Promise<void> {
  const writer = IMPORT_KINDS[waiting.kind];
  const job = await beginJob(db, keyring, waiting);
  const file = readFile(writer, await readImportFile(db, keyring, waiting.id), job);
  if (file.fileDefects.length > 0) {
    const failure = file.fileDefects.map(({ code, field, reason }) => [code, field, reason].filter(Boolean).join(': '));
    return finishImport(db, waiting.id, failure.join('\n'));
  }
  const looked = (await writer.look?.(db, job, file)) ?? [];
  const fileWarnings = [...file.fileWarnings, ...looked].slice(0, MOST_WARNINGS);
  const lines = inOrder(withOwnLines({ ...file, fileWarnings }), writer);
  await beginImport(db, waiting.id, lines.length, fileWarnings);
  const done = await doneLines(db, waiting.id);
  const left = lines.filter(({ line }) => !done.has(line));
  const batchLines = writer.batchLines ?? BATCH_LINES;
  for (let from = 0; from < left.length; from += batchLines) {
    if (stop?.aborted) return;
    await waiting.checkHeld();
    await writeBatch(db, job, writer, left.slice(from, from + batchLines));
  }
  await finish(db, keyring, waiting);
}

/** What waits for a second person is proposed by who brought the file, in the same breath. */
async function finish(db: Db, keyring: Keyring, { id, officeId, confirmedBy }: WaitingImport): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      await finishImport(tx, id);
      const { held_rows: heldRows, created_by: proposedBy } = await readHeld(tx, id);
      if (heldRows === 0 || proposedBy === null || confirmedBy !== undefined) return;
      const proposal = { importId: id };
      await proposeIn(
        tx,
        { keyring, hashPassword: noPassword },
        { officeId, kind: 'releaseImport', proposal, proposedBy },
      );
    });
  } catch (error) {
    // Who brought it may not propose it any more: the rows stay refused, as they are told.
    if (!(error instanceof Refusal)) throw error;
    await finishImport(db, id);
  }
}

const noPassword = (): Promise<never> => Promise.reject(new Error('an import gives nobody a password'));

/** What the readers choke on fails as a file; trying again would not help. */
function readFile(writer: KindWriter<unknown>, bytes: Buffer, job: ImportJob): ReadFile<unknown> {
  try {
    return writer.read(bytes, job);
  } catch {
    return unreadable({ code: 'notText', reason: 'The file cannot be read.' });
  }
}

async function beginJob(db: Db, keyring: Keyring, { id, officeId, confirmedBy }: WaitingImport): Promise<ImportJob> {
  const { now, today } = await readNow(db);
  const { area_code: areaCode } = await theOffice(db);
  const directory = await loadDirectory(db);
  return {
    keyring,
    context: { officeId, areaCode, importId: id, confirmedBy, now, today },
    directory: new Map(directory.map((entry) => [entry.areaCode, entry])),
    bankLayouts: await listBankLayouts(db),
    bankAccounts: (await listBankAccounts(db, officeId)).map(({ number }) => number),
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

/** What is odd about the file as a whole is said with its first row too: lists of lines are what people look at. */
function warned(read: ReadFile<unknown>): ReadFile<unknown> {
  const [first, ...rest] = read.accepted;
  if (!first || read.fileWarnings.length === 0) return read;
  return { ...read, accepted: [{ ...first, warnings: [...first.warnings, ...read.fileWarnings] }, ...rest] };
}

function inOrder(read: ReadFile<unknown>, writer: KindWriter<unknown>): Line[] {
  if (writer.order) return [...read.refused, ...[...read.accepted].sort((a, b) => writer.order!(a.row, b.row))];
  return [...read.accepted, ...read.refused].sort((a, b) => a.line - b.line);
}

/** One bad row spoils only itself: its batch is halved until it stands alone. No connection, or no space, is nobody's fault: try later. */
async function writeBatch(
  db: Db,
  job: ImportJob,
  writer: KindWriter<unknown>,
  lines: readonly Line[],
  tries = MOST_TRIES,
): Promise<void> {
  try {
    await commit(db, job, (tx) => outcomesOf(tx, job, writer, lines));
  } catch (error) {
    if (isCollision(error) && tries > 1) return writeBatch(db, job, writer, lines, tries - 1);
    const defects = defectsOf(error);
    if (!defects) throw error;
    const [line] = lines;
    if (line && lines.length === 1) return commit(db, job, () => Promise.resolve([refusedLine(line, defects)]));
    const middle = Math.ceil(lines.length / 2);
    await writeBatch(db, job, writer, lines.slice(0, middle));
    await writeBatch(db, job, writer, lines.slice(middle));
  }
}

/** Deadlock or serialisation: the other one has won, and now it is our turn. */
const isCollision = (error: unknown): boolean => /^40/.test((error as { code?: string }).code ?? '');

/** A fact that the ledger refuses, or a value that cannot be stored. Undefined: the row is not to blame. */
function defectsOf(error: unknown): readonly LineDefect[] | undefined {
  if (error instanceof Refusal) return [{ field: '', code: error.refusal, reason: error.message }];
  if (isConnectionLoss(error)) return undefined;
  const { code, name } = error as { code?: string; name?: string };
  return [{ field: '', code: 'notStored', reason: `The ledger cannot take this row (${code ?? name ?? 'error'}).` }];
}

async function commit(db: Db, job: ImportJob, work: (tx: Tx) => Promise<LineOutcome[]>): Promise<void> {
  const { importId } = job.context;
  await db.transaction().execute(async (tx) => {
    const outcomes = await work(tx);
    await saveLines(tx, job.keyring, importId, outcomes);
    await noteProgress(
      tx,
      importId,
      outcomes.map(({ verdict }) => verdict),
      heldOf(outcomes),
    );
  });
}

function heldOf(outcomes: readonly LineOutcome[]) {
  const held = outcomes.flatMap(({ heldFen }) => heldFen ?? []);
  return { rows: held.length, fen: held.reduce((sum, fen) => sum + fen, 0) };
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
