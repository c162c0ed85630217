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
  const told = direction === 'out' ? asMoneyStands(rows, await readPaidAnew(db, transferId)) : rows;
  return told.map(({ kind, at }) => ({ kind, on: dateOf(at) }));
}

interface PaidAnew {
  /** Some of it came back, and has not left again. */
  liesHere: boolean;
  /** When the bank confirmed last what was paid in the place of that; null: nothing came back. */
  leftAt: Date | null;
}

/** That the money left is said once, by a fact; what came back and is paid anew moves no step, so that its day stands with the remittances. */
async function readPaidAnew(db: Db, transferId: string): Promise<PaidAnew> {
  const { rows } = await sql<PaidAnew>`with recursive line as (
      select id, state, since from remittances
        where transfer_id = ${transferId} and credit_part_id is null and state = 'bounced'
      union select next.id, next.state, next.since from line join remittances next on next.replaces_id = line.id)
    select coalesce(bool_or(state <> 'confirmed' and not exists (select from remittances next where next.replaces_id = line.id)), false)
        as "liesHere",
      max(since) filter (where state = 'confirmed') as "leftAt" from line`.execute(db);
  return rows[0]!;
}

function asMoneyStands(milestones: readonly Row[], { liesHere, leftAt }: PaidAnew): readonly Row[] {
  if (liesHere) return milestones.filter(({ kind }) => kind !== 'fundSent');
  const last = milestones.findLastIndex(({ kind }) => kind === 'fundSent');
  return milestones.map((one, at) =>
    at === last && leftAt !== null && leftAt > one.at ? { ...one, at: leftAt } : one,
  );
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
