import type { DetailOf, NewFactDetail } from '../../domain/facts/new-fact.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { StepRow } from '../procedure/step-rows.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface FactContext<D extends NewFactDetail = NewFactDetail> {
  readonly ledger: TransferLedger;
  readonly keyring: Keyring;
  readonly detail: D;
  /** All of the transfer, in their order. */
  readonly steps: readonly StepRow[];
  /** The last of them, unless the transfer is closed or has no procedure that anybody follows. */
  readonly open: StepRow | undefined;
  readonly occurredAt: Date;
  readonly factSeq: number;
  readonly by: { readonly staffId: string | null; readonly source: EventSource };
  /** The second person, where it takes two. */
  readonly confirmedBy: string | undefined;
  readonly note: string | undefined;
}

/** What a fact does to the procedure; rows of its own it has written already. An ending that any step can have is its outcome too. */
export interface Effect {
  readonly outcome?: string;
  readonly reasonCode?: string | null;
  /** It fitted nothing and waits for a person. */
  readonly parked?: boolean;
  /** Ids, codes and amounts only. */
  readonly payload?: Record<string, unknown>;
  /** Words of people beside the note, by name. */
  readonly said?: Readonly<Record<string, string | undefined>>;
  readonly correctsSeq?: number;
  /** It has changed the open step without closing it. */
  readonly changesStep?: true;
}

export type EffectOf<K extends NewFactDetail['kind']> = (context: FactContext<DetailOf<K>>) => Promise<Effect> | Effect;
export type Effects<K extends NewFactDetail['kind']> = { readonly [Kind in K]: EffectOf<Kind> };
