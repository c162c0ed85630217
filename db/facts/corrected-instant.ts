/** A corrected instant: it keeps its place among the facts around it, what was decided stays decided, and every date that hangs on it moves. */
import { sql } from 'kysely';
import type { Defect } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { widenStewardship } from '../holding/owners.ts';
import { moveTelling } from '../holding/task-changes.ts';
import { moveDuties } from '../holding/tasks.ts';
import { moveRefusal } from '../ledger/refusals.ts';
import { moveAttempts, moveStepInstants, type StepMove } from '../procedure/corrected-steps.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { StepRow } from '../procedure/step-rows.ts';
import { movePosting } from '../letters/sent.ts';
import { boundsOf } from './corrected-bounds.ts';
import type { CorrectedFact } from './corrected-fact.ts';

/** Kinds whose days were given back from their instants: they are corrected by holding and resuming. */
const OF_A_HOLD = ['held', 'resumed'];

/** They begin a linked transfer. */
const OF_A_LINK = ['reopened', 'supplementOpened'];

/** Between what came before it and what followed from it; a correction that changes the order would change what was decided. */
export async function correctionDefects(
  ledger: TransferLedger,
  steps: readonly StepRow[],
  fact: CorrectedFact,
  at: Date,
): Promise<Defect[]> {
  const wrong = (code: string, message: string): Defect[] => [{ field: 'correctedOccurredAt', code, message }];
  if (at > ledger.now) return wrong('future', 'A fact cannot lie in the future of the office clock.');
  if (!ledger.transfer.followed) return wrong('ofLedger', 'Its days come with the file of the old ledger.');
  if (OF_A_HOLD.includes(fact.kind))
    return wrong('ofHold', 'The days of a hold were given back: hold and resume instead.');
  if (OF_A_LINK.includes(fact.kind))
    return wrong('ofLink', 'A linked transfer begins when it is asked for, or confirmed; that stays.');
  const { earliest, latest } = await boundsOf(ledger, steps, fact);
  const goneOn = ledger.transfer.closed_at !== null && endsTransfer(steps, fact) ? await goneOnAt(ledger) : null;
  if (goneOn !== null && at > goneOn) return wrong('afterNext', 'This lies after what went on from the transfer.');
  if (at < earliest.at) return wrong(earliest.code, 'This lies before what the fact speaks of.');
  return latest && at > latest ? wrong('afterNext', 'This lies after what followed from the fact.') : [];
}

export interface Moved {
  /** Due dates that are other ones now. */
  readonly dueDates: readonly StepMove[];
  /** Figures that count this instant, when its day is another one now. */
  readonly figures: readonly string[];
}

const CASE_FIGURES = [
  'accepted',
  'letterSent',
  'letterReturned',
  'letterLost',
  'returnedByCounterpart',
  'sentBackToCounterpart',
  'letterReceived',
  'infoFormSent',
  'infoFormReissued',
  'fundSent',
];

/** Writes the new instant wherever the fact had written the old one. */
export async function applyCorrection(
  ledger: TransferLedger,
  steps: readonly StepRow[],
  fact: CorrectedFact,
  at: Date,
): Promise<Moved> {
  const ends = ledger.transfer.closed_at !== null && endsTransfer(steps, fact);
  await moveRows(ledger, fact, at, ends);
  const dueDates = await moveStepInstants(ledger, steps, {
    closes: fact.closes ? fact.step_ordinal : null,
    accepted: fact.kind === 'accepted',
    at,
  });
  const isOtherDay = dateOf(fact.occurred_at) !== dateOf(at);
  const figures = [
    CASE_FIGURES.includes(fact.kind) || ends ? 'completion' : [],
    fact.closes ? 'steps' : [],
    'volume',
  ].flat();
  return { dueDates, figures: isOtherDay ? figures : [] };
}

/** When something first went on from the transfer after its end, or it was reversed. */
async function goneOnAt({ tx, transfer }: TransferLedger): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(at) as at from (
    select accepted_at as at from transfers where links_to = ${transfer.id}
    union all select reversed_at from reversals where transfer_id = ${transfer.id}) as after`.execute(tx);
  return rows[0]!.at;
}

const endsTransfer = (steps: readonly StepRow[], fact: CorrectedFact): boolean =>
  ['withdrawn', 'closedWithoutTransfer'].includes(fact.kind) ||
  (fact.closes && steps.at(-1)?.ordinal === fact.step_ordinal);

async function moveRows(ledger: TransferLedger, fact: CorrectedFact, at: Date, ends: boolean): Promise<void> {
  const { tx, transfer } = ledger;
  await moveAttempts(tx, transfer.id, fact.fact_seq, at);
  await sql`update bookings set booked_at = ${at} where transfer_id = ${transfer.id} and fact_seq = ${fact.fact_seq}`.execute(
    tx,
  );
  if (fact.kind === 'accepted') {
    await ledger.moveAcceptance(at);
    await widenStewardship(tx, transfer.id, at);
  }
  if (ends) {
    await ledger.moveEnd(at);
    await moveRefusal(tx, transfer.id, at);
  }
  await moveDuties(ledger, fact.fact_seq, at);
  if (fact.kind === 'letterSent') await movePosting(tx, transfer.id, fact, at);
  if (fact.kind === 'personTold') await moveTelling(tx, transfer.id, fact.fact_seq, at);
}
