/** Between what came before a fact and what followed from it: where its instant may be corrected to. Facts stand as corrected before. */
import { sql, type RawBuilder } from 'kysely';
import { endOfDay, instantOf } from '../../domain/time/shanghai-day.ts';
import { happenedAt } from '../ledger/happened-at.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { StepRow } from '../procedure/step-rows.ts';
import type { CorrectedFact } from './corrected-fact.ts';
import type { Beginning } from './instants.ts';

type Earliest = { readonly at: Date; readonly code: Beginning['code'] | 'beforeRules' };

export interface Bounds {
  readonly earliest: Earliest;
  readonly latest: Date | undefined;
}

/** Speak of the open step without ending it, and cannot lie outside it. */
const INSIDE_A_STEP = ['held', 'resumed', 'takenOver', 'letterSent'];

export async function boundsOf(
  ledger: TransferLedger,
  steps: readonly StepRow[],
  fact: CorrectedFact,
): Promise<Bounds> {
  if (fact.kind === 'accepted') return { earliest: await firstRules(ledger), latest: await firstAfter(ledger) };
  const index = steps.findIndex(({ ordinal }) => ordinal === fact.step_ordinal);
  const step = steps[index];
  if (!step || !fact.closes)
    return { earliest: await beginningOf(ledger, step, fact), latest: step?.closed_at ?? undefined };
  // Steps that were decided when they opened move with it.
  const next = steps.slice(index + 1).find(({ opened_at: from, closed_at: to }) => to === null || to > from);
  return {
    earliest: { at: await lastInside(ledger, step), code: codeOf(ledger, step.opened_at) },
    latest: first(next?.closed_at, next && (await firstInside(ledger, step.ordinal, next.ordinal))),
  };
}

const first = (...instants: readonly (Date | null | undefined)[]): Date | undefined =>
  instants.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0];

const codeOf = ({ transfer }: TransferLedger, at: Date): 'beforeAcceptance' | 'beforeStep' =>
  at <= transfer.accepted_at ? 'beforeAcceptance' : 'beforeStep';

/** As when it was recorded (`instants.ts`). */
async function beginningOf(ledger: TransferLedger, step: StepRow | undefined, fact: CorrectedFact): Promise<Earliest> {
  const { accepted_at: acceptedAt } = ledger.transfer;
  const accepted = { at: acceptedAt, code: 'beforeAcceptance' } as const;
  if (fact.kind === 'personTold') return { at: await dutyBefore(ledger, fact), code: 'beforeTask' };
  if (!step) return accepted;
  if (INSIDE_A_STEP.includes(fact.kind)) return { at: step.opened_at, code: codeOf(ledger, step.opened_at) };
  const postedOn = ledger.stands?.firstPosted[step.attempt];
  const isOfLetter = ['letterDelivered', 'letterReturned', 'returnedByCounterpart'].includes(fact.kind);
  const posted = isOfLetter && postedOn !== undefined ? new Date(instantOf(postedOn, 0)) : undefined;
  return posted && posted > acceptedAt ? { at: posted, code: 'beforeLetter' } : accepted;
}

async function dutyBefore({ tx, transfer }: TransferLedger, { fact_seq: factSeq }: CorrectedFact): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select opened_at as at from tasks
    where id = (select (payload ->> 'taskId')::uuid from events
      where transfer_id = ${transfer.id} and fact_seq = ${factSeq})`.execute(tx);
  return rows[0]?.at ?? transfer.accepted_at;
}

/** When facts of this transfer happened, as they stand now. */
const instants = (transferId: string, which: RawBuilder<unknown>) => sql`
  select ${happenedAt} as at
  from events where events.transfer_id = ${transferId} and ${which}`;

const insideOf = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`not events.closes and events.kind = any(${INSIDE_A_STEP}::text[]) and ${which}`;

/** The opening of the step, or the last hold in it. */
async function lastInside({ tx, transfer }: TransferLedger, { ordinal, opened_at: openedAt }: StepRow): Promise<Date> {
  const holds = sql`events.step_ordinal = ${ordinal} and events.kind in ('held', 'resumed')`;
  const { rows } = await sql<{
    at: Date | null;
  }>`select max(at) as at from (${instants(transfer.id, holds)}) as inside`.execute(tx);
  const at = rows[0]!.at;
  return at && at > openedAt ? at : openedAt;
}

/** Of the steps that open with the fact: a hold, or an envelope, does not come to lie before its step. */
async function firstInside({ tx, transfer }: TransferLedger, after: number, upTo: number): Promise<Date | null> {
  const which = insideOf(sql`events.step_ordinal > ${after} and events.step_ordinal <= ${upTo}`);
  const { rows } = await sql<{
    at: Date | null;
  }>`select min(at) as at from (${instants(transfer.id, which)}) as inside`.execute(tx);
  return rows[0]!.at;
}

/** Nothing is accepted before there are rules for it, by mistake either. */
async function firstRules(ledger: TransferLedger): Promise<Earliest> {
  const { versions } = await ledger.ruleBook();
  return { at: new Date(instantOf(versions.at(-1)!.from, 0)), code: 'beforeRules' };
}

/** Of a letter and a form also the days that they say. */
async function firstAfter({ tx, transfer }: TransferLedger): Promise<Date | undefined> {
  const facts = instants(transfer.id, sql`events.fact_seq > 1 and events.kind <> 'corrected'`);
  const { rows } = await sql<{ at: Date | null; day: string | null }>`select least(
      (select min(at) from (${facts}) as facts),
      (select min(closed_at) from steps where transfer_id = ${transfer.id})) as at,
    least((select min(posted_on) from letters where transfer_id = ${transfer.id}),
      (select min(received_on) from info_forms where transfer_id = ${transfer.id})) as day`.execute(tx);
  const { at, day } = rows[0]!;
  return first(at, day === null ? undefined : new Date(Date.parse(endOfDay(day)) - 1));
}
