/**
 * The ledger at one instant as a stream of text that psql could read as well: a comment with the head, `COPY … FROM stdin` for each table,
 * a comment with the tail. Row by row from the server to the file; nothing is ever held as a whole.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copiedTables, quoted, readIdentities, type CopiedTable } from './tables.ts';

export interface BackupHead {
  readonly format: 1;
  /** Of Baton. */
  readonly version: string;
  /** Real instant of the snapshot. */
  readonly madeAt: string;
  /** The office clock at that instant. */
  readonly officeNow: string;
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
}

export interface CopiedRows {
  readonly rows: number;
  /** Of the table's text in the order of its key. */
  readonly sha256: string;
}

export interface BackupTail {
  readonly tables: Readonly<Record<string, CopiedRows>>;
  readonly identities: Readonly<Record<string, number>>;
}

export const HEAD = '-- baton backup ';
export const TAIL = '-- end of backup ';

/** One snapshot for all tables, and one way to write each value, whatever the server is set to. */
export async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`select set_config(name, value, true) from (values ('timezone', 'UTC'), ('datestyle', 'ISO, YMD'),
    ('intervalstyle', 'postgres'), ('extra_float_digits', '3'), ('bytea_output', 'hex'),
    ('idle_in_transaction_session_timeout', '0'), ('statement_timeout', '0')) as settings(name, value)`);
}

export async function readHead(client: pg.ClientBase, version: string): Promise<BackupHead> {
  const { rows } = await client.query<{ madeAt: Date; officeNow: Date }>(
    'select clock_timestamp() as "madeAt", office_now() as "officeNow"',
  );
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration_checksums order by name',
  );
  const { madeAt, officeNow } = rows[0]!;
  return { format: 1, version, madeAt: madeAt.toISOString(), officeNow: officeNow.toISOString(), migrations };
}

/** Within a snapshot. `onEnd` gets the tail, which is also the last line. */
export async function* dumped(
  client: pg.ClientBase,
  head: BackupHead,
  onEnd: (tail: BackupTail) => void,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${HEAD}${JSON.stringify(head)}\n`);
  const tables: Record<string, CopiedRows> = {};
  for (const table of await copiedTables(client)) {
    yield Buffer.from(`COPY ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) FROM stdin;\n`);
    tables[table.name] = yield* rowsOf(client, table);
    yield Buffer.from('\\.\n');
  }
  const tail: BackupTail = { tables, identities: await readIdentities(client) };
  yield Buffer.from(`${TAIL}${JSON.stringify(tail)}\n`);
  onEnd(tail);
}

async function* rowsOf(client: pg.ClientBase, table: CopiedTable): AsyncGenerator<Buffer, CopiedRows> {
  const select = `select ${table.columns.map(quoted).join(', ')} from ${quoted(table.name)} order by ${table.orderBy}`;
  const stream = client.query(copyTo(`copy (${select}) to stdout`));
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

/** Reads everything and keeps only the figures. */
export async function figuresOf(client: pg.ClientBase): Promise<BackupTail> {
  let tail: BackupTail | undefined;
  await beginSnapshot(client);
  const head = await readHead(client, '');
  for await (const _ of dumped(client, head, (end) => (tail = end))) void _;
  await client.query('commit');
  return tail!;
}
