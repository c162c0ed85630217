/** Random histories of transfers-out, whose facts arrive in any order: files of an old ledger tell what they have. */
import fc from 'fast-check';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { outFacts } from '../builders/out-facts.ts';
import { tenOClock, type SketchedFact } from '../builders/recorded-cases.ts';
import type { OutRecord } from './pass-rates-out.ts';
import { correction, daysKnown, type Told } from './told-facts.ts';

export const historyOut = fc
  .record({
    receivedAfter: fc.nat(70),
    formAfter: fc.option(fc.nat(50), { freq: 5 }),
    fundAfter: fc.option(fc.nat(50), { freq: 5 }),
    reissuedAfter: fc.array(fc.nat(60), { maxLength: 3 }),
    /** After how many days each is learnt. */
    late: fc.array(fc.nat(40), { minLength: 7, maxLength: 7 }),
    /** Which fact, by how many days, how long after it was learnt. */
    corrections: fc.array(fc.tuple(fc.nat(6), fc.integer({ min: -12, max: 12 }), fc.nat(30)), { maxLength: 2 }),
  })
  .chain((history) =>
    fc.record({
      history: fc.constant(history),
      order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }),
    }),
  );
export type HistoryOut = typeof historyOut extends fc.Arbitrary<infer T> ? T : never;

/** In the order of their numbers, which is not that of the days on which they happened or were learnt. The acceptance is the first. */
export function toldOut({ history, order }: HistoryOut): Told[] {
  const after = (days: number | null) => (days === null ? undefined : addDays(receivedOn, days));
  const receivedOn = addDays('2026-05-01', history.receivedAfter);
  const [accepted, ...others] = outFacts({
    receivedOn,
    formSentOn: after(history.formAfter),
    fundSentOn: after(history.fundAfter),
    reissuedOn: history.reissuedAfter.map((days) => addDays(receivedOn, days)),
  });
  const shuffled = order.flatMap((place) => others[place - 1] ?? []);
  const facts = [accepted!, ...shuffled].map((fact, index) => learnt(fact, addDays(fact.on, history.late[index]!)));
  const corrections = history.corrections.map(([which, by, daysAfter]) => {
    const at = which % facts.length;
    const on = addDays(facts[at]!.recordedAt.slice(0, 10), daysAfter);
    return learnt(correction(at + 1, addDays(facts[at]!.on, by), on), on);
  });
  return [...facts, ...corrections].map((fact, index) => ({ ...fact, seq: index + 1 }));
}

const learnt = (fact: SketchedFact, day: string) => ({ ...fact, recordedAt: tenOClock(day) });

/** Undefined while nobody has told of the letter. */
export function recordOut(told: readonly Told[], caseId: string): OutRecord | undefined {
  const days = daysKnown(told);
  const on = (kind: string): string[] => told.filter((fact) => fact.kind === kind).map(({ seq }) => days.get(seq)!);
  const [letterReceivedOn] = on('letterReceived');
  if (letterReceivedOn === undefined) return undefined;
  return {
    caseId,
    letterReceivedOn,
    infoFormIssuedOn: on('infoFormSent')[0],
    remittedOn: on('fundSent')[0],
    reissuedOn: on('infoFormReissued'),
  };
}
