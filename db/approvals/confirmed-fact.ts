/** What two people agreed on becomes a fact: said by who proposed it, with who confirmed it. */
import { recordFactIn, type FactBesidesLetters } from '../facts/recording.ts';
import type { Taking } from './kind.ts';

interface ConfirmedFact {
  readonly transferId: string;
  readonly detail: FactBesidesLetters['detail'];
  /** Absent: when it is confirmed. */
  readonly occurredAt?: string | undefined;
}

export async function recordConfirmed(
  { tx, keyring, proposedBy, confirmedBy, approvalId, note }: Taking,
  { transferId, detail, occurredAt }: ConfirmedFact,
): Promise<undefined> {
  await recordFactIn(tx, keyring, {
    transferId,
    detail,
    ...(occurredAt !== undefined && { occurredAt: new Date(occurredAt) }),
    by: { staffId: proposedBy, source: 'staff' },
    confirmedBy,
    ...(note !== undefined && { note }),
    idempotencyKey: `approval:${approvalId}`,
  });
}
