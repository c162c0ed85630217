/** One file, batch by batch: what is committed stays, and a later run goes on behind it. */
import { isAnotherHere, tellAccess } from '../db/approvals/access.ts';
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
import { ACTIONS } from '../domain/staff/permissions.ts';
import { IMPORT_KINDS } from './kinds.ts';
import { refusedLine, type FileColumns, type FileOfKind, type ImportJob, type KindWriter } from './rows/job.ts';
import { unopened, type AcceptedRow, type RefusedRow, type RowDefect } from './tables/row-files.ts';

/** Whoever records a fact at the counter waits for the transfers of one batch at most. */
const BATCH_LINES = 50;
const MOST_TRIES = 3;
/** About a file; whoever reads so many reads no more. */
const MOST_WARNINGS = 50;

type Line = AcceptedRow<unknown> | RefusedRow;

/** When told to stop it ends between two batches, unfinished. */
export async function importFile(
  db: Db,
  keyring: Keyring,
  waiting: WaitingImport,
  { stop, fileColumns = {} }: { readonly stop?: AbortSignal; readonly fileColumns?: FileColumns } = {},
): Promise<void> {
  const writer = IMPORT_KINDS[waiting.kind];
  const job: ImportJob = { ...(await beginJob(db, keyring, waiting)), fileColumns };
  const file = await openFile(writer, await readImportFile(db, keyring, waiting.id), job);
  if (file.fileDefects.length > 0) {
    const failure = file.fileDefects.map(({ code, field, reason }) => [code, field, reason].filter(Boolean).join(': '));
    return finishImport(db, waiting.id, failure.join('\n'));
  }
  const looked = (await file.look?.(db, job)) ?? [];
  const fileWarnings = [...file.fileWarnings, ...looked].slice(0, MOST_WARNINGS);
  await beginImport(db, waiting.id, file.lines, fileWarnings);
  const left = leftOf(warned(readable(file.rows()), fileWarnings), await doneLines(db, waiting.id));
  try {
    for await (const batch of inBatches(left, writer)) {
      if (stop?.aborted) return;
      await waiting.checkHeld();
      await writeBatch(db, job, writer, batch);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return finishImport(db, waiting.id, UNREADABLE_REST);
  }
  await closeWith(db, writer, job);
  await finish(db, keyring, waiting, job);
}

/** What only the whole file tells; after a kill it is told again, to the same end. */
async function closeWith(db: Db, { afterLast }: KindWriter<unknown>, job: ImportJob): Promise<void> {
  if (!afterLast) return;
  await db.transaction().execute(async (tx) => {
    const { accepted, changed } = await readHeld(tx, job.context.importId);
    if (accepted + changed > 0) await afterLast(tx, job);
  });
}

class Unreadable extends Error {}
const UNREADABLE_REST = 'notText: The file cannot be read to its end; the lines that are told here went in.';

/** What the reader chokes on it chokes on again: such a file must not keep those behind it waiting for ever. */
async function* readable(lines: AsyncIterable<Line>): AsyncIterable<Line> {
  try {
    yield* lines;
  } catch (error) {
    throw new Unreadable('a file that cannot be read to its end', { cause: error });
  }
}

async function* leftOf(lines: AsyncIterable<Line>, done: ReadonlySet<number>): AsyncIterable<Line> {
  for await (const line of lines) if (!done.has(line.line)) yield line;
}

async function* inBatches(
  lines: AsyncIterable<Line>,
  { batchLines = BATCH_LINES, isAlone }: KindWriter<unknown>,
): AsyncIterable<Line[]> {
  let batch: Line[] = [];
  for await (const line of lines) {
    const alone = 'row' in line && isAlone?.(line.row) === true;
    if (batch.length === batchLines || (alone && batch.length > 0)) {
      yield batch;
      batch = [];
    }
    if (alone) yield [line];
    else batch.push(line);
  }
  if (batch.length > 0) yield batch;
}

/** What waits for a second person is proposed by who brought the file, in the same breath. */
async function finish(db: Db, keyring: Keyring, waiting: WaitingImport, job: ImportJob): Promise<void> {
  const { id, officeId, byStaffId: proposedBy, confirmedBy } = waiting;
  try {
    await db.transaction().execute(async (tx) => {
      await finishImport(tx, id);
      if (proposedBy === undefined || confirmedBy !== undefined) return;
      const { held_rows: heldRows, accepted } = await readHeld(tx, id);
      if (LEDGERS.has(waiting.kind) && !job.historyWaits && accepted > 0)
        await tellAccess(tx, 'historyImported', { officeId, byStaffId: proposedBy }, { importId: id, accepted });
      if (heldRows === 0) return;
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

/** Old ledgers: their cases may have ended, and count in months that were told already. */
const LEDGERS: ReadonlySet<string> = new Set(['ledgerIn', 'ledgerOut']);

const noPassword = (): Promise<never> => Promise.reject(new Error('an import gives nobody a password'));

/** What the readers choke on fails as a file; trying again would not help. */
async function openFile(writer: KindWriter<unknown>, bytes: Buffer, job: ImportJob): Promise<FileOfKind<unknown>> {
  try {
    return await writer.open(bytes, job);
  } catch {
    return unopened({ code: 'notText', reason: 'The file cannot be read.' });
  }
}

async function beginJob(
  db: Db,
  keyring: Keyring,
  { id, officeId, byStaffId, confirmedBy }: WaitingImport,
): Promise<Omit<ImportJob, 'fileColumns'>> {
  const { now, today } = await readNow(db);
  const { area_code: areaCode } = await theOffice(db);
  const directory = await loadDirectory(db);
  return {
    keyring,
    context: { officeId, areaCode, importId: id, confirmedBy, now, today },
    directory: new Map(directory.map((entry) => [entry.areaCode, entry])),
    historyWaits: await isAnotherHere(db, { officeId, besidesId: byStaffId, roles: ACTIONS.decideCredit }),
    bankLayouts: await listBankLayouts(db),
    bankAccounts: (await listBankAccounts(db, officeId)).map(({ number }) => number),
  };
}

/** What is odd about the file as a whole is said with its first row too: lists of lines are what people look at. */
async function* warned(lines: AsyncIterable<Line>, fileWarnings: readonly RowDefect[]): AsyncIterable<Line> {
  let isTold = false;
  for await (const line of lines) {
    if (isTold || !('row' in line)) yield line;
    else yield { ...line, warnings: [...line.warnings, ...fileWarnings] };
    isTold ||= 'row' in line;
  }
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
