/** What the relay tells the workflow of a transfer: ids and outcomes, never a person. A nudge: the ledger is the truth. */
import type { FactKind } from './facts.ts';
import type { Closing } from './closings.ts';

export interface FactNudge {
  /** The last fact of the transfer, where it tells of none in particular. */
  readonly factSeq: number;
  /** For whoever reads it; what is to be done the rest says. */
  readonly kind: FactKind | 'look' | 'closed';
  readonly closes?: { readonly ordinal: number; readonly outcome: string };
  readonly ends?: Closing;
  /** The alarm of the open step has moved, or facts went ahead: the ledger must be asked. */
  readonly rearms?: boolean;
  /** There may be no run yet. Without it one is looked for first, and started when it is missing. */
  readonly starts?: boolean;
}
