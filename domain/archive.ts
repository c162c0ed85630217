/** How closed cases and the papers about them are put away (归档). */

/** By what their period depends on. */
export const BOX_KINDS = ['transferred', 'endedOtherwise'] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

/** The period of each kind is a dated rule of the office. */
export const KEPT_YEARS = {
  transferred: 'transferredKeptYears',
  endedOtherwise: 'endedOtherwiseKeptYears',
} as const satisfies Record<BoxKind, string>;

/** It runs from the year after the one in which it was closed. */
export const keepUntil = (closedInMonth: string, years: number): string =>
  `${String(Number(closedInMonth.slice(0, 4)) + years)}-12-31`;

export const SAMPLE_BASES = ['accepted', 'closed'] as const;
export type SampleBasis = (typeof SAMPLE_BASES)[number];
