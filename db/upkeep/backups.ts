/** The backups that were made of this ledger and read back. */
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
