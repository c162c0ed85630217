/** Days in a row that do not count for the same reason, as one span each. Pure. */
import type { Schemas } from '../../api/types.ts';
import { dayNumber } from '../../../../domain/time/shanghai-day.ts';

export interface SkippedSpan {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export function skippedSpans(days: Schemas['DueExplained']['skipped']): SkippedSpan[] {
  const spans: SkippedSpan[] = [];
  for (const { date, why } of days) {
    const last = spans.at(-1);
    if (last?.why === why && dayNumber(date) === dayNumber(last.to) + 1)
      spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ from: date, to: date, why });
  }
  return spans;
}
