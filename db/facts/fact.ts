/** What is said of a fact to be recorded, and what is answered. */
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import type { EventRow, EventSource } from '../ledger/event-rows.ts';
import type { StaffRef } from '../office/staff.ts';
import type { StepRow } from '../procedure/step-rows.ts';

export interface NewFact {
  readonly transferId: string;
  readonly detail: NewFactDetail;
  /** Default: now. Never in the future. */
  readonly occurredAt?: Date;
  /** Sealed before it is stored. */
  readonly note?: string;
  readonly by: { readonly staffId: string | null; readonly source: EventSource };
  /** Who has confirmed what `by` proposed, where it takes two people. */
  readonly confirmedBy?: string;
  readonly idempotencyKey?: string;
  /** Of the canonical body: the same key with another body is refused. */
  readonly bodyHash?: Buffer;
}

/** Words of people, by what they are. */
export type Said = Readonly<Record<string, string>>;

export interface RecordedFact {
  readonly transferId: string;
  readonly seq: number;
  readonly factSeq: number;
  /** As written just now; null: the same key had recorded it before. */
  readonly event: EventRow | null;
  /** What was said in it, by name. */
  readonly said: Said;
  readonly parked: boolean;
  readonly closed: { readonly ordinal: number; readonly step: string; readonly outcome: string } | null;
  /** The step that is open now, null: none. Absent when the fact changed it: then it is to be read. */
  readonly opened?: (StepRow & { readonly owner: StaffRef }) | null;
}
