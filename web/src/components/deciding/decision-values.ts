/** What is typed about money that waits. */
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import type { Schemas } from '../../api/types.ts';
import { formatYuan } from '../../../../domain/money/money.ts';
import { fenOf } from '../../format/fen.ts';

export type Waiting = Schemas['WaitingMoney'];
export type WaitingAction = 'confirm' | 'reject' | 'claim' | 'return';

export interface ClaimLine {
  /** Case number or name, as it was typed. */
  readonly whose?: string;
  /** Found by it. */
  readonly transferId?: string;
  readonly yuan?: string;
  /** Its Idempotency-Key: sent twice, the case gets the money once. */
  readonly key?: string;
  /** Recorded; what failed after it changes nothing of that. */
  readonly done?: string;
}

export interface DecisionValues {
  readonly action: WaitingAction;
  /** Confirmed of the proposal. */
  readonly yuan?: string;
  readonly lines?: readonly ClaimLine[];
  readonly reasonCode?: string;
  readonly note?: string;
}

export const ACTIONS: Readonly<Record<Schemas['WaitingPartState'], readonly WaitingAction[]>> = {
  proposed: ['confirm', 'reject'],
  suspense: ['claim', 'return'],
};

export const newLine = (fen: number): ClaimLine => ({ yuan: fen > 0 ? formatYuan(fen) : '', key: newIdempotencyKey() });

/** Of those that are not recorded yet. */
export const claimedFen = (lines: readonly (ClaimLine | undefined)[]): number =>
  lines.reduce((sum, line) => sum + (line?.done === undefined ? (fenOf(line?.yuan) ?? 0) : 0), 0);
