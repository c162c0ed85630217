/** A transfer begins that nobody asked for at the counter: by a letter, or as what goes on from one that has ended. */
import type { BeginningKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { statementOf, type Part } from '../connection/statement-parts.ts';
import { responsibilityRow } from '../holding/owners.ts';
import type { NewEvent } from '../ledger/event-rows.ts';
import { transferParts, type NewTransfer } from '../ledger/new-transfer.ts';
import { nudgeOfOpening } from '../procedure/opening.ts';
import { HELD, STEP, STEP_HELD, type firstStep } from './accept-transfer.ts';

interface Begun {
  readonly transfer: NewTransfer;
  readonly first: Awaited<ReturnType<typeof firstStep>>;
  readonly now: Date;
  readonly byStaffId: string;
  /** Absent: it is accepted. */
  readonly kind?: BeginningKind;
  /** What else its first event says. */
  readonly said?: Pick<NewEvent, 'payload' | 'texts' | 'confirmedBy' | 'idempotencyKey' | 'bodyHash'>;
  /** Of its person and its case, and of whatever its first event names. */
  readonly parts: readonly Part[];
}

/** In one statement, with whoever answers for it from its beginning on. */
export async function beginTransfer(tx: Tx, begun: Begun): Promise<void> {
  const { transfer, first, now, byStaffId, kind, said, parts } = begun;
  const { id, steward_id: stewardId, letter_sender_id: letterSenderId, accepted_at: since } = transfer;
  const event = {
    ...said,
    occurredAt: since,
    source: 'staff',
    byStaffId,
    payload: { stewardId, letterSenderId, ...said?.payload },
  } as const;
  const held = { kind: 'steward', staffId: stewardId, since, why: 'planned' } as const;
  await tx.executeQuery(
    statementOf(tx, [
      ...parts,
      ...transferParts(transfer, {
        ...(kind && { kind }),
        event,
        opened: first.event,
        told: nudgeOfOpening(first.row),
        now,
      }),
      STEP(first.row),
      STEP_HELD(responsibilityRow(id, first.held)),
      HELD(responsibilityRow(id, held)),
    ]),
  );
}
