/** Batches are told outside of any transaction; one without an answer is told again under its number. */
import type { CoreSystem } from '../../domain/core/core-system.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { makeBatch, noteBatchTold, readBatch, readBatchMessage } from './batches.ts';

interface Asked {
  readonly officeId: string;
  readonly staffId: string;
  readonly idempotencyKey: string;
  readonly by: 'gateway' | 'file';
}

/** @throws Refusal not-due (no form waits), unavailable (no core system is connected) */
export async function sendBatch(db: Db, keyring: Keyring, core: CoreSystem | undefined, asked: Asked) {
  if (asked.by === 'gateway' && !core)
    throw new Refusal('unavailable', 'No core system is connected (CORE_URL); take the batch as a file.');
  const id = await makeBatch(db, asked);
  if (asked.by === 'file') await noteBatchTold(db, id, { state: 'handed', reason: '' });
  else await tellBatch(db, keyring, core!, { officeId: asked.officeId, id });
  return readBatch(db, asked.officeId, id);
}

export async function tellBatch(
  db: Db,
  keyring: Keyring,
  core: CoreSystem,
  { officeId, id }: { readonly officeId: string; readonly id: string },
): Promise<void> {
  const { state, reason } = await core.sendBatch(await readBatchMessage(db, keyring, officeId, id));
  // Nothing was said: it stays made, and is told at the next comparison.
  if (state !== 'unreachable') await noteBatchTold(db, id, { state, reason });
}
