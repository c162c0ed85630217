/** Facts as a ledger holds them: numbered in the order in which they arrived, each with its day as far as one knows its corrections. */
import fc from 'fast-check';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { tenOClock, type SketchedFact } from '../builders/recorded-cases.ts';

export interface Told extends SketchedFact {
  readonly recordedAt: string;
  /** Its number in the ledger. */
  readonly seq: number;
}

/** Of each fact that is no correction, by its number, the day that its last known correction gives it. */
export function daysKnown(told: readonly Told[]): Map<number, string> {
  const days = new Map<number, string>();
  for (const { seq, on, correctsSeq, payload } of told)
    if (correctsSeq === undefined) days.set(seq, on);
    else days.set(correctsSeq, (payload!['correctedOccurredAt'] as string).slice(0, 10));
  return days;
}

export const correction = (correctsSeq: number, to: string, on: string): SketchedFact => ({
  kind: 'corrected',
  on,
  correctsSeq,
  payload: { correctedOccurredAt: tenOClock(to) },
});

export const knownBy = (told: readonly Told[], knownAt: string): Told[] =>
  told.filter(({ recordedAt }) => recordedAt <= knownAt);

/** A day between two, at so many percent of the way; the first when they are in the wrong order. */
export function dayBetween(from: string, to: string, percent: number): string {
  const span = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  return addDays(from, Math.floor((span * percent) / 100));
}

/** Cases come in any order, whatever they tell. */
export const inAnyOrder = <T>(cases: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  cases.chain((drawn) => fc.shuffledSubarray(drawn, { minLength: drawn.length }));
