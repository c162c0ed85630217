/** A fact that was recorded before under the same key is answered again, not recorded again. */
import { keyReused } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { NewFact, RecordedFact } from './fact.ts';

export async function recordedBefore(db: Db, officeId: string, fact: NewFact): Promise<RecordedFact | undefined> {
  if (!fact.idempotencyKey) return undefined;
  const row = await db
    .selectFrom('events')
    .leftJoin('steps', (join) =>
      join.onRef('steps.transfer_id', '=', 'events.transfer_id').onRef('steps.ordinal', '=', 'events.step_ordinal'),
    )
    .select([
      'events.transfer_id',
      'seq',
      'fact_seq',
      'closes',
      'events.outcome',
      'step_ordinal',
      'body_hash',
      'steps.step',
      'payload',
    ])
    .where('events.office_id', '=', officeId)
    .where('idempotency_key', '=', fact.idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const sameBody = !fact.bodyHash || !row.body_hash || fact.bodyHash.equals(row.body_hash);
  if (row.transfer_id !== fact.transferId || !sameBody) {
    throw keyReused();
  }
  return {
    transferId: fact.transferId,
    seq: row.seq,
    factSeq: row.fact_seq ?? 0,
    event: null,
    said: {},
    parked: (row.payload as { parked?: boolean }).parked ?? false,
    closed: row.closes ? { ordinal: row.step_ordinal!, step: row.step!, outcome: row.outcome! } : null,
  };
}
