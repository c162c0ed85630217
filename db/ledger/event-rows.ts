/** Rows of the ledger about a transfer: for a transfer under lock, and for a new one. */
import type { EventKind, FactKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { part } from '../connection/statement-parts.ts';
import type { NewText } from '../texts/sealed-texts.ts';

export type EventSource = 'staff' | 'import' | 'courier' | 'bank' | 'system' | 'insured';

export interface NewEvent {
  readonly kind: FactKind | EventKind;
  readonly occurredAt: Date;
  readonly source: EventSource;
  readonly byStaffId?: string | null;
  /** The second of two people, where it takes two. */
  readonly confirmedBy?: string | null;
  readonly stepOrdinal?: number | null;
  readonly closes?: boolean;
  readonly outcome?: string | null;
  readonly reasonCode?: string | null;
  /** Ids, codes and amounts only. */
  readonly payload?: Record<string, unknown>;
  /** What people said, by name; the payload keeps the ids. */
  readonly texts?: NewTexts;
  readonly idempotencyKey?: string | null;
  readonly bodyHash?: Buffer | null;
  readonly correctsSeq?: number | null;
}

export type NewTexts = Readonly<Record<string, NewText>>;

/** An event as it stands in the ledger. */
export interface EventRow {
  transfer_id: string;
  seq: number;
  fact_seq: number | null;
  office_id: string;
  kind: FactKind | EventKind;
  step_ordinal: number | null;
  closes: boolean;
  outcome: string | null;
  reason_code: string | null;
  payload: Record<string, unknown>;
  by_staff_id: string | null;
  confirmed_by: string | null;
  source: EventSource;
  occurred_at: Date;
  recorded_at: Date;
  idempotency_key: string | null;
  body_hash: Buffer | null;
  corrects_seq: number | null;
}

type Transfer = Pick<EventRow, 'office_id'> & { readonly id: string };

export function eventRow(
  transfer: Transfer,
  event: NewEvent,
  known: { readonly recordedAt: Date; readonly seq: number; readonly factSeq: number | null },
): EventRow {
  return {
    transfer_id: transfer.id,
    seq: known.seq,
    fact_seq: known.factSeq,
    office_id: transfer.office_id,
    kind: event.kind,
    step_ordinal: event.stepOrdinal ?? null,
    closes: event.closes ?? false,
    outcome: event.outcome ?? null,
    reason_code: event.reasonCode ?? null,
    payload: { ...event.payload, ...idsOf(event.texts) },
    by_staff_id: event.byStaffId ?? null,
    confirmed_by: event.confirmedBy ?? null,
    source: event.source,
    occurred_at: event.occurredAt,
    recorded_at: known.recordedAt,
    idempotency_key: event.idempotencyKey ?? null,
    body_hash: event.bodyHash ?? null,
    corrects_seq: event.correctsSeq ?? null,
  };
}

/** Where the payload of an event keeps the ids of what was said in it, by name. */
export function idsOf(texts: NewTexts | undefined): { sealed?: Readonly<Record<string, string>> } {
  const named = Object.entries(texts ?? {});
  return named.length === 0 ? {} : { sealed: Object.fromEntries(named.map(([name, { id }]) => [name, id])) };
}

const stored = (row: EventRow) => ({ ...row, payload: JSON.stringify(row.payload) });

const NOTED = part('noted', (db, ...rows: ReturnType<typeof stored>[]) => db.insertInto('events').values(rows));

/** Part of a statement that writes more. */
export const eventsPart = (events: readonly EventRow[]) => NOTED(...events.map(stored));

/** History of many transfers at once, by the thousand: whoever brings it numbers it. */
export async function insertEvents(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  await insertMany(tx, 'events', rows.map(stored));
}
