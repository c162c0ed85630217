/** One file, from its first row to its last, all of one moment; begun anew when it was cut off. */
import { setImmediate as breath } from 'node:timers/promises';
import type { Db, Tx } from '../db/connection/connection.ts';
import { isConnectionLoss } from '../db/connection/loss.ts';
import { inSnapshot } from '../db/connection/snapshot.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import {
  beginExport,
  failExport,
  finishExport,
  forgetBeginning,
  noteTotal,
  type WaitingExport,
} from '../db/exported/exports.ts';
import { savePart } from '../db/exported/parts.ts';
import { isActive, rolesOf } from '../db/office/staff.ts';
import { EXPORTED, type ExportFailure, type ExportFormat } from '../domain/exported.ts';
import { Refusal } from '../domain/errors.ts';
import { mayDo } from '../domain/staff/permissions.ts';
import { csvFile } from './files/csv.ts';
import { BeyondSheet, type Column, type TableFile } from './files/table-file.ts';
import { xlsxFile } from './files/xlsx.ts';
import { openSource, type Ask, type Asker, type Source } from './sources.ts';

/** A piece in the database and in memory. */
const PART_BYTES = 256 * 1024;
/** What ends its process each time is not begun for ever. */
const MOST_BEGINNINGS = 5;

export interface ExportDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly ask: Ask;
}

/** When told to stop it leaves the file unfinished: whoever takes it up next begins it anew. */
export async function exportFile(deps: ExportDependencies, waiting: WaitingExport, stop?: AbortSignal): Promise<void> {
  const { db } = deps;
  const { id } = waiting;
  if (waiting.begun >= MOST_BEGINNINGS) return failExport(db, id, 'cannotBeMade');
  await beginExport(db, id);
  try {
    if (!(await mayHave(db, waiting))) return await failExport(db, id, 'roleEnded');
    const rows = await inSnapshot(db, async (tx) => writeFile(deps, tx, waiting, stop));
    if (rows === undefined) return;
    // The role may have ended while the rows were read.
    if (!(await mayHave(db, waiting))) return await failExport(db, id, 'roleEnded');
    await finishExport(db, id, rows);
  } catch (error) {
    const failure = failureOf(error);
    if (failure) return failExport(db, id, failure);
    // The database is away for a moment: no fault of this file, however often that is.
    if (isConnectionLoss(error)) await forgetBeginning(db, id).catch(() => undefined);
    throw error;
  }
}

async function mayHave(db: Db, { byStaffId, what }: WaitingExport): Promise<boolean> {
  return (await isActive(db, byStaffId)) && mayDo(await rolesOf(db, byStaffId), EXPORTED[what].action);
}

/** Undefined: another time it may go well. */
function failureOf(error: unknown): ExportFailure | undefined {
  if (error instanceof BeyondSheet) return error.failure;
  if (error instanceof Refusal) return error.refusal === 'forbidden' ? 'roleEnded' : 'cannotBeMade';
  return undefined;
}

/** How many rows; undefined when it was told to stop. */
async function writeFile(
  deps: ExportDependencies,
  tx: Tx,
  waiting: WaitingExport,
  stop: AbortSignal | undefined,
): Promise<number | undefined> {
  const asker: Asker = {
    id: waiting.byStaffId,
    officeId: waiting.officeId,
    roles: await rolesOf(tx, waiting.byStaffId),
  };
  const source = await openSource({ tx, keyring: deps.keyring, ask: deps.ask }, asker, waiting);
  if (source.total !== undefined) await noteTotal(deps.db, waiting.id, source.total);
  const parts = new Parts(deps, waiting);
  return writeRows(parts, tableFile(waiting.format, source.columns), source, stop);
}

async function writeRows(
  parts: Parts,
  file: TableFile,
  { portions }: Source,
  stop: AbortSignal | undefined,
): Promise<number | undefined> {
  let rows = 0;
  for await (const { rows: added, transferIds } of portions) {
    if (stop?.aborted) return undefined;
    rows += added.length;
    await parts.add(file.add(added), transferIds, rows);
    // Whoever waits at the counter waits for one portion at most.
    await breath();
  }
  await parts.end(file.end(), rows);
  return rows;
}

function tableFile(format: ExportFormat, columns: readonly Column[]): TableFile {
  if (format === 'xlsx') return xlsxFile(columns);
  return csvFile(columns, format === 'csvUtf8' ? 'utf8' : 'gb18030');
}

/** Collects bytes until they are a piece, and lets go of it. */
class Parts {
  readonly #deps: ExportDependencies;
  readonly #waiting: WaitingExport;
  #no = 0;
  #bytes: Buffer[] = [];
  #size = 0;
  #transferIds = new Set<string>();

  constructor(deps: ExportDependencies, waiting: WaitingExport) {
    this.#deps = deps;
    this.#waiting = waiting;
  }

  async add(bytes: Buffer, transferIds: readonly string[], rows: number): Promise<void> {
    for (const id of transferIds) this.#transferIds.add(id);
    this.#bytes.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= PART_BYTES) await this.#save(rows);
  }

  async end(bytes: Buffer, rows: number): Promise<void> {
    this.#bytes.push(bytes);
    await this.#save(rows);
  }

  async #save(rows: number): Promise<void> {
    await this.#waiting.checkHeld();
    const part = { exportId: this.#waiting.id, no: ++this.#no, content: Buffer.concat(this.#bytes), rows };
    await savePart(this.#deps.db, this.#deps.keyring, { ...part, transferIds: [...this.#transferIds] });
    this.#bytes = [];
    this.#size = 0;
    this.#transferIds = new Set();
  }
}
