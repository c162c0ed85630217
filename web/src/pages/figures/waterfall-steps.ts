import type { Schemas } from '../../api/types.ts';

export interface Fall {
  readonly bucket:
    | 'accepted'
    | 'refused'
    | 'duplicate'
    | 'withdrawnBeforeFirstLetter'
    | 'cohort'
    | 'closedAt1'
    | 'closedAt2'
    | 'closedAt3'
    | 'closedLater'
    | 'endedOtherwise'
    | 'stillOpen';
  readonly kind: 'total' | 'out' | 'closed' | 'open';
  readonly count: number;
  /** How many are left below it. */
  readonly base: number;
}

/** Each step takes its cases from what is left; at the end nothing is. */
export function waterfallOf(attempts: Schemas['CompletionIn']): Fall[] {
  const { accepted, excluded, cohort, closedAt, closedLater, notClosed, stillOpen } = attempts;
  const falls: readonly Omit<Fall, 'base'>[] = [
    { bucket: 'accepted', kind: 'total', count: accepted },
    { bucket: 'refused', kind: 'out', count: excluded.refused },
    { bucket: 'duplicate', kind: 'out', count: excluded.duplicate },
    { bucket: 'withdrawnBeforeFirstLetter', kind: 'out', count: excluded.withdrawnBeforeFirstLetter },
    { bucket: 'cohort', kind: 'total', count: cohort },
    { bucket: 'closedAt1', kind: 'closed', count: closedAt['1'] },
    { bucket: 'closedAt2', kind: 'closed', count: closedAt['2'] },
    { bucket: 'closedAt3', kind: 'closed', count: closedAt['3'] },
    { bucket: 'closedLater', kind: 'closed', count: closedLater },
    { bucket: 'endedOtherwise', kind: 'out', count: notClosed - stillOpen },
    { bucket: 'stillOpen', kind: 'open', count: stillOpen },
  ];
  let left = accepted;
  return falls.map((fall) => {
    if (fall.kind !== 'total') left -= fall.count;
    return { ...fall, base: fall.kind === 'total' ? 0 : left };
  });
}
