/** Facts that the person recognises, each on the day that it has by its last correction; the others are the office's own business. */
import { sql } from 'kysely';
import type { FactKind } from '../../domain/facts/facts.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import { happenedAt } from '../ledger/happened-at.ts';

const OF = {
  in: [
    'accepted',
    'reopened',
    'supplementOpened',
    'letterSent',
    'letterDelivered',
    'letterReturned',
    'letterLost',
    'returnedByCounterpart',
    'infoFormReceived',
    'fundReceived',
    'booked',
    'withdrawn',
    'closedWithoutTransfer',
  ],
  // It is taken up by the letter that came: said once.
  out: [
    'letterReceived',
    'reopened',
    'supplementOpened',
    'letterSentBack',
    'untransferableTold',
    'certificateIssued',
    'fundSent',
    'infoFormSent',
    'disputeReceived',
    'infoFormReissued',
    'relationEnded',
    'withdrawn',
    'closedWithoutTransfer',
  ],
} as const satisfies Record<'in' | 'out', readonly FactKind[]>;

export type Milestone = (typeof OF)['in' | 'out'][number];

interface Row {
  kind: Milestone;
  at: Date;
}

export async function milestonesOf(db: Db, transferId: string, direction: 'in' | 'out') {
  const { rows } = await sql<Row>`select events.kind, ${happenedAt} as at from events
    where events.transfer_id = ${transferId} and events.kind = any(${[...OF[direction]]}::text[])
    order by events.seq`.execute(db);
  return rows.map(({ kind, at }) => ({ kind, on: dateOf(at) }));
}

/** Of a transfer-out: it was found last that nothing is to be paid, and nothing was; the relation alone moves. */
export async function isNothingDue(db: Db, transferId: string): Promise<boolean> {
  const { rows } = await sql<{ nothing: boolean }>`select (payload ->> 'dueFen')::bigint = 0
      and not exists (select from events as paid where paid.transfer_id = events.transfer_id and paid.kind = 'fundSent') as nothing
    from events where transfer_id = ${transferId} and kind = 'remittanceChecked' and closes order by seq desc limit 1`.execute(
    db,
  );
  return rows[0]?.nothing ?? false;
}
