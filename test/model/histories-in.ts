/** Random histories of transfers-in: letters, returns, endings, corrections and what came too late, in the order of their arrival. */
import fc from 'fast-check';
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { tenOClock, type SketchedFact } from '../builders/recorded-cases.ts';
import type { Attempt, CaseRecord } from './attempts.ts';
import { correction, dayBetween, daysKnown, type Told } from './told-facts.ts';

export const ENDINGS = [
  { kind: 'booked' },
  { kind: 'booked' },
  { kind: 'booked' },
  { kind: 'withdrawn', reasonCode: 'W01' },
  { kind: 'withdrawn', reasonCode: 'W02' },
  { kind: 'closedWithoutTransfer', reasonCode: 'A01' },
  { kind: 'closedWithoutTransfer', reasonCode: 'A06' },
  { kind: 'closedWithoutTransfer', reasonCode: 'W01' },
  { kind: 'closedWithoutTransfer', reasonCode: 'L06' },
] as const;
const BACK: readonly [string, ReasonCode][] = [
  ['letterReturned', 'M01'],
  ['letterReturned', 'M02'],
  ['returnedByCounterpart', 'L01'],
  ['sentBackToCounterpart', 'D01'],
];

export const historyIn = fc.record({
  acceptedAfter: fc.nat(45),
  refused: fc.boolean(),
  /** Days to each letter, to its return, and why it came back. */
  rounds: fc.array(fc.tuple(fc.nat(12), fc.nat(25), fc.constantFrom(...BACK)), { maxLength: 4 }),
  lastReturned: fc.boolean(),
  ending: fc.option(fc.constantFrom(...ENDINGS)),
  endsAfter: fc.nat(60),
  /** An old ledger tells everything on one day; others tell each fact some days late. */
  importedAfter: fc.option(fc.nat(60), { freq: 3 }),
  late: fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }),
  /** Behind which fact, of which fact before it, to where between its neighbours (in percent), how long afterwards. */
  corrections: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(100), fc.nat(20)), { maxLength: 3 }),
  /** Returns that arrive when their attempt is over, and second envelopes: behind which fact, how long before it they happened. */
  parked: fc.array(
    fc.tuple(fc.nat(11), fc.nat(15), fc.constantFrom('letterReturned', 'returnedByCounterpart', 'letterSent')),
    {
      maxLength: 2,
    },
  ),
});
export type HistoryIn = typeof historyIn extends fc.Arbitrary<infer T> ? T : never;

/** In the order in which it happened. */
export function happened({
  acceptedAfter,
  refused,
  rounds,
  lastReturned,
  ending,
  endsAfter,
}: HistoryIn): SketchedFact[] {
  let on = addDays('2026-04-25', acceptedAfter);
  const facts: SketchedFact[] = [{ kind: 'accepted', on }];
  const then = (days: number, fact: Omit<SketchedFact, 'on'>) => facts.push({ ...fact, on: (on = addDays(on, days)) });
  if (refused && rounds.length === 0) {
    then(3, { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
    return facts;
  }
  then(2, { kind: 'reviewed', outcome: 'eligible' });
  for (const [index, [wait, back, [kind, reasonCode]]] of rounds.entries()) {
    then(wait, { kind: 'letterSent' });
    if (index < rounds.length - 1 || lastReturned) then(back, { kind, reasonCode });
  }
  if (ending) then(endsAfter, ending);
  return facts;
}

/** In the order in which it arrived: corrections and what fits nowhere stand anywhere among the facts. */
export function toldIn(history: HistoryIn): Told[] {
  const facts = happened(history);
  const told: Told[] = [];
  let known = history.importedAfter === null ? '' : addDays(facts.at(-1)!.on, history.importedAfter);
  const tell = (fact: SketchedFact): number =>
    told.push({ ...fact, seq: told.length + 1, recordedAt: tenOClock(known) });
  const seqs: number[] = [];
  for (const [index, fact] of facts.entries()) {
    const learnt = addDays(fact.on, history.late[index]!);
    if (learnt > known) known = learnt;
    seqs.push(tell(fact));
    for (const [behind, daysBefore, kind] of history.parked)
      if (behind % facts.length === index) tell(parked(kind, addDays(fact.on, -daysBefore)));
    for (const [behind, which, percent, after] of history.corrections) {
      if (behind % facts.length !== index) continue;
      known = addDays(known, after);
      tell(correctionOf(told, seqs, which % seqs.length, { percent, known, next: facts[seqs.length]?.on }));
    }
  }
  return told;
}

const parked = (kind: string, on: string): SketchedFact => ({
  kind,
  on,
  ...(kind !== 'letterSent' && { reasonCode: 'M01' }),
  payload: { parked: true },
});

interface Moves {
  readonly percent: number;
  readonly known: string;
  /** When the fact happened that is told next. */
  readonly next: string | undefined;
}

/** It keeps its place among the facts around it, also before one that nobody has told yet. */
function correctionOf(told: readonly Told[], seqs: readonly number[], at: number, { percent, known, next }: Moves) {
  const days = daysKnown(told);
  const from = at === 0 ? addDays(days.get(seqs[0]!)!, -20) : days.get(seqs[at - 1]!)!;
  const until = next !== undefined && next < known ? next : known;
  const to = at + 1 < seqs.length ? days.get(seqs[at + 1]!)! : until;
  return correction(seqs[at]!, dayBetween(from, to, percent), known);
}

/** What somebody who knows just these facts would write down. */
export function recordIn(told: readonly Told[], caseId: string): CaseRecord | undefined {
  const days = daysKnown(told);
  if (days.size === 0) return undefined;
  const attempts: Attempt[] = [];
  let record: CaseRecord = { caseId, acceptedOn: days.get(1)!, attempts };
  for (const { seq, kind, outcome, reasonCode, correctsSeq, payload } of told) {
    if (correctsSeq !== undefined || payload?.['parked'] === true) continue;
    const on = days.get(seq)!;
    const reason = reasonCode as ReasonCode;
    if (kind === 'letterSent') attempts.push({ begunOn: on });
    else if (BACK.some(([back]) => back === kind)) attempts.push({ ...attempts.pop()!, endedOn: on, endedBy: reason });
    else if (kind === 'booked') record = { ...record, closings: [{ doneOn: on }] };
    else if (outcome === 'refused') record = { ...record, endedWithoutTransfer: { on, how: 'refused', reason } };
    else if (kind === 'withdrawn' || kind === 'closedWithoutTransfer')
      record = { ...record, endedWithoutTransfer: { on, how: kind, reason } };
  }
  return record;
}
