/** What stands in the way of a transfer, how often, and how well it is mended; calibrated on the reference office. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';

/** In the order in which an attempt meets them. */
export type Stage = 'mail' | 'platform' | 'letterCheck' | 'infoForm' | 'amount';

export interface Obstacle {
  readonly code: ReasonCode;
  readonly stage: Stage;
  /** How likely it is there. */
  readonly probability: number;
  /** A `lasting` one belongs to the case until somebody mends it; a `passing` one is new chance at each attempt. */
  readonly kind: 'lasting' | 'passing';
  /** How likely the next letter has it mended; the second try is better prepared than the first. */
  readonly mended?: number;
  /** A strict office finds it more often. */
  readonly byStrictness?: true;
  /** What the office does when it learns of it: nothing helps. */
  readonly final?: true;
}

export const OBSTACLES: readonly Obstacle[] = [
  { code: 'M01', stage: 'mail', kind: 'lasting', probability: 0.01, mended: 0.6 },
  { code: 'M02', stage: 'mail', kind: 'passing', probability: 0.007 },
  { code: 'M03', stage: 'mail', kind: 'passing', probability: 0.004 },
  { code: 'M04', stage: 'platform', kind: 'passing', probability: 0.01 },
  { code: 'L01', stage: 'letterCheck', kind: 'lasting', probability: 0.013, mended: 0.32 },
  { code: 'L02', stage: 'letterCheck', kind: 'lasting', probability: 0.027, mended: 0.38, byStrictness: true },
  { code: 'L03', stage: 'letterCheck', kind: 'lasting', probability: 0.025, mended: 0.32, byStrictness: true },
  { code: 'L08', stage: 'letterCheck', kind: 'lasting', probability: 0.005, mended: 0.5 },
  { code: 'L11', stage: 'letterCheck', kind: 'lasting', probability: 0.007, mended: 0.4 },
  { code: 'L10', stage: 'letterCheck', kind: 'passing', probability: 0.01, byStrictness: true },
  { code: 'L05', stage: 'letterCheck', kind: 'lasting', probability: 0.002, final: true },
  { code: 'L06', stage: 'letterCheck', kind: 'lasting', probability: 0.0015, final: true },
  { code: 'D01', stage: 'infoForm', kind: 'passing', probability: 0.006, byStrictness: true },
  { code: 'D06', stage: 'infoForm', kind: 'lasting', probability: 0.004, mended: 0.5 },
  { code: 'F03', stage: 'amount', kind: 'passing', probability: 0.005 },
];

/** Obstacles that stop a transfer before the first letter, found by our own reviewer. */
export const REFUSALS: Readonly<Partial<Record<ReasonCode, number>>> = { A01: 0.006, A02: 0.003, A07: 0.003 };

/** What the person or the office decides after a return. */
export const DECISIONS = {
  withdrawsBeforeFirstLetter: 0.006,
  /** After the first, second, third … return. */
  givesUpAfterReturn: [0.01, 0.02, 0.35, 0.6, 1],
  /** Of those who give up: the person withdraws, or the office closes the transfer. */
  withdraws: 0.5,
  /** The other office never answers. */
  neverAnswers: 0.0015,
} as const;
