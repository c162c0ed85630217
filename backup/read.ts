/** Opens a backup file: head, then table by table, then tail. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { NamedKey } from '../db/connection/sealing.ts';
import { HEAD, TAIL, type BackupHead, type BackupTail } from './dump.ts';
import { BackupRefused } from './refused.ts';
import { opened } from './sealed-stream.ts';
import { Sections } from './sections.ts';

const COPY = /^COPY "([a-z_0-9]+)" \("[a-z_0-9", ]+"\) FROM stdin;$/;

export interface OpenBackup {
  readonly head: BackupHead;
  /** Calls for each table in the file's order, with the statement that takes its rows in; gives back the tail. */
  readTables(take: (table: string, copy: string, rows: AsyncGenerator<Buffer>) => Promise<void>): Promise<BackupTail>;
  close(): void;
}

export async function openBackup(file: string, keys: readonly NamedKey[]): Promise<OpenBackup> {
  const text = createGunzip();
  // A failure reaches whoever reads the text.
  pipeline(
    createReadStream(file),
    (bytes: AsyncIterable<Buffer>) => opened(bytes, keys),
    text,
    () => undefined,
  );
  const sections = new Sections(text);
  const first = await sections.line();
  if (!first?.startsWith(HEAD)) throw new BackupRefused('This file is not a backup of a ledger.');
  const head = JSON.parse(first.slice(HEAD.length)) as BackupHead;
  if (head.format !== 1)
    throw new BackupRefused('This backup was made by a later release of Baton: restore it with that.');
  return { head, readTables: (take) => readTables(sections, take), close: () => void text.destroy() };
}

async function readTables(sections: Sections, take: Parameters<OpenBackup['readTables']>[0]): Promise<BackupTail> {
  let tail: BackupTail | undefined;
  // To the very end: only the last piece says that nothing is missing.
  for (let line = await sections.line(); line !== undefined; line = await sections.line()) {
    const table = COPY.exec(line)?.[1];
    if (line.startsWith(TAIL)) tail = JSON.parse(line.slice(TAIL.length)) as BackupTail;
    else if (table) await take(table, line.replace(/;$/, ''), sections.rows());
    else throw new BackupRefused('This backup holds something else than tables.');
  }
  if (!tail) throw new BackupRefused('This backup ends too early.');
  return tail;
}
