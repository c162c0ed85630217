/** Supplement (补转): contributions came late, and follow a transfer that was completed. Part of the day's work: it moves nothing by itself and counts nowhere as a pass. */
import { keyReused } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { beginLinked, type LinkedBy } from './begin-linked.ts';
import { lockEnded, requireCompleted, requireEnded, requireNothingOpen } from './ended-transfer.ts';

export interface NewSupplement extends LinkedBy {
  /** To which it is added. */
  readonly transferId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: Buffer;
}

/**
 * @returns the id of the linked transfer; the same one for the same key
 * @throws Refusal not-found, transfer-open, not-completed, already-decided, idempotency-key-reused
 */
export function openSupplement(db: Db, keyring: Keyring, asked: NewSupplement): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const ended = await lockEnded(tx, asked.officeId, asked.transferId);
    // The same sent twice at once has waited for the lock.
    const before = await openedBefore(tx, asked);
    if (before !== undefined) return before;
    requireEnded(ended);
    requireCompleted(ended);
    requireNothingOpen(ended);
    return beginLinked(tx, keyring, ended, 'supplement', asked);
  });
}

async function openedBefore(
  tx: Tx,
  { officeId, idempotencyKey, bodyHash }: NewSupplement,
): Promise<string | undefined> {
  const before = await tx
    .selectFrom('events')
    .select(['transfer_id', 'kind', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (!before) return undefined;
  if (before.kind !== 'supplementOpened' || before.body_hash?.equals(bodyHash) !== true) throw keyReused();
  return before.transfer_id;
}
