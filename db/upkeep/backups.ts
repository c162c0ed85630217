/** The backups that were made of this ledger and read back. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface VerifiedBackup {
  /** Real instant of the snapshot. */
  readonly madeAt: Date;
  readonly file: string;
  readonly byteLength: number;
  readonly sha256: Buffer;
  readonly rowCount: number;
}

export async function noteBackup(db: Db, backup: VerifiedBackup): Promise<void> {
  await db
    .insertInto('backups')
    .values({
      made_at: backup.madeAt,
      file: backup.file,
      byte_length: backup.byteLength,
      sha256: backup.sha256,
      row_count: backup.rowCount,
    })
    .execute();
}

const ONE_BACKUP = 20_260_107;

/** Runs the work unless a backup of this ledger is being made already; says whether it did. */
export async function alone(db: Db, work: () => Promise<void>): Promise<boolean> {
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${ONE_BACKUP}) as mine`.execute(held);
    if (!rows[0]?.mine) return false;
    try {
      await work();
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${ONE_BACKUP})`.execute(held);
    }
  });
}
