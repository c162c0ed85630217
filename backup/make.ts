/** Makes a backup file: one snapshot, compressed, sealed, flushed to the disk before anybody counts on it. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { NamedKey } from '../db/connection/sealing.ts';
import { beginSnapshot, dumped, readHead, type BackupHead, type BackupTail } from './dump.ts';
import { sealed } from './sealed-stream.ts';

export interface BackupOrder {
  readonly databaseUrl: string;
  readonly key: NamedKey;
  readonly file: string;
  /** Of Baton. */
  readonly version: string;
}

export async function writeBackup(order: BackupOrder): Promise<{ head: BackupHead; tail: BackupTail }> {
  const client = new pg.Client({ connectionString: order.databaseUrl, application_name: 'baton-backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    await beginSnapshot(client);
    const head = await readHead(client, order.version);
    let tail: BackupTail | undefined;
    await pipeline(
      Readable.from(dumped(client, head, (end) => (tail = end))),
      createGzip({ level: 6 }),
      (plain: AsyncIterable<Buffer>) => sealed(plain, order.key),
      createWriteStream(order.file, { mode: 0o600, flags: 'wx', flush: true }),
    );
    await client.query('commit');
    return { head, tail: tail! };
  } finally {
    await client.end();
  }
}
