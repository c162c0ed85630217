/** A corrected instant: it keeps its place among the facts around it, what was decided stays decided, and every date that hangs on it moves. */
import { sql } from 'kysely';
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import type { FactKind } from '../../domain/facts/facts.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import { widenStewardship } from '../holding/owners.ts';
import { moveAttempts, moveStepInstants, type StepMove } from '../procedure/corrected-steps.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { StepRow } from '../procedure/step-rows.ts';

export interface CorrectedFact {
  readonly kind: FactKind;
  readonly fact_seq: number;
  readonly closes: boolean;
  readonly step_ordinal: number | null;
  readonly step: string | null;
  /** As corrected before, if it was. */
  readonly occurred_at: Date;
  /** The last correction of it. */
  readonly corrected_by: number | null;
}

/** @throws Refusal invalid, when no fact has this number */
export async function requireFact(tx: Tx, transferId: string, seq: number): Promise<CorrectedFact> {
  const { rows } = await sql<CorrectedFact>`
    select kind, fact_seq, closes, step_ordinal, steps.step, coalesce((
      select (payload ->> 'correctedOccurredAt')::timestamptz from events as later
      where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
        and payload ->> 'correctedOccurredAt' is not null
      order by later.seq desc limit 1), occurred_at) as occurred_at,
      (select max(later.seq) from events as later
        where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq) as corrected_by
    from events left join steps on steps.transfer_id = events.transfer_id and steps.ordinal = events.step_ordinal
    where events.transfer_id = ${transferId} and seq = ${seq} and fact_seq is not null`.execute(tx);
  const fact = rows[0];
  if (!fact) refuseDefects([{ field: 'correctsSeq', code: 'unknown', message: 'No fact has this number.' }]);
  return fact!;
}

/** Kinds whose days were given back from their instants: they are corrected by holding and resuming. */
const OF_A_HOLD = ['held', 'resumed'];

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
  const { earliest, latest } = await boundsOf(ledger, steps, fact);
  if (earliest && at < earliest)
    return wrong(
      earliest <= ledger.transfer.accepted_at ? 'beforeAcceptance' : 'beforeStep',
      'This lies before what the fact speaks of.',
    );
  return latest && at > latest ? wrong('afterNext', 'This lies after what followed from the fact.') : [];
}

async function boundsOf(ledger: TransferLedger, steps: readonly StepRow[], fact: CorrectedFact) {
  const { accepted_at: acceptedAt } = ledger.transfer;
  if (fact.kind === 'accepted') return { earliest: undefined, latest: await firstAfter(ledger) };
  const index = steps.findIndex(({ ordinal }) => ordinal === fact.step_ordinal);
  const step = steps[index];
  if (!step) return { earliest: acceptedAt, latest: undefined };
  if (!fact.closes) return { earliest: acceptedAt, latest: step.closed_at ?? undefined };
  // Steps that were decided when they opened move with it.
  const next = steps.slice(index + 1).find(({ opened_at: from, closed_at: to }) => to === null || to > from);
  return { earliest: await lastInside(ledger, step), latest: next?.closed_at ?? undefined };
}

/** The opening of the step, or the last hold in it. */
async function lastInside({ tx, transfer }: TransferLedger, step: StepRow): Promise<Date> {
  const { rows } = await sql<{ at: Date | null }>`select max(occurred_at) as at from events
    where transfer_id = ${transfer.id} and step_ordinal = ${step.ordinal} and kind in ('held', 'resumed')`.execute(tx);
  const at = rows[0]!.at;
  return at && at > step.opened_at ? at : step.opened_at;
}

async function firstAfter({ tx, transfer }: TransferLedger): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select least(
      (select min(occurred_at) from events where transfer_id = ${transfer.id} and fact_seq > 1 and kind <> 'corrected'),
      (select min(closed_at) from steps where transfer_id = ${transfer.id})) as at`.execute(tx);
  return rows[0]!.at ?? undefined;
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
  if (ends) await ledger.moveEnd(at);
}
