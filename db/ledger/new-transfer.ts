/** A transfer as it begins: its row, the event of its acceptance, and the message that starts its workflow. */
import type { BeginningKind } from '../../domain/facts/facts.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import { part, type Part } from '../connection/statement-parts.ts';
import { eventRow, eventsPart, type NewEvent } from './event-rows.ts';
import { nudgesPart } from './outbox.ts';

export interface NewTransfer {
  readonly id: string;
  readonly case_id: string;
  readonly office_id: string;
  readonly direction: string;
  readonly procedure_type: string;
  readonly procedure_version: string;
  readonly rule_version: string;
  readonly counterpart_id: string;
  readonly status_code: string;
  readonly steward_id: string;
  readonly letter_sender_id: string | null;
  readonly accepted_at: Date;
  /** Absent: the pension's. */
  readonly leg?: string;
  /** Among those of its case and leg; absent: the first. */
  readonly number?: number | undefined;
  /** How it goes on from another one of its case. */
  readonly link?: 'reopening' | 'supplement';
  readonly links_to?: string;
  /** Of a reopening: where the row of them began. */
  readonly first_id?: string;
}

interface Beginning {
  /** Absent: it is accepted. */
  readonly kind?: BeginningKind;
  readonly event: Omit<NewEvent, 'kind'>;
  /** The first step. */
  readonly opened: NewEvent;
  readonly told: Pick<WaitingNudge, 'opens' | 'alarmAt'>;
  readonly now: Date;
}

interface TransferRow extends NewTransfer {
  readonly last_seq: number;
  readonly last_fact_seq: number;
}

const FOLLOWED = part('followed', (db, row: TransferRow) => db.insertInto('transfers').values(row));

/** Parts of the statement that accepts it: its first event is its first fact, its second opens the first step. */
export function transferParts(
  transfer: NewTransfer,
  { kind = 'accepted', event, opened, told: { opens, alarmAt }, now }: Beginning,
): Part[] {
  const begun = eventRow(transfer, { ...event, kind }, { recordedAt: now, seq: 1, factSeq: 1 });
  const stepOpened = eventRow(transfer, opened, { recordedAt: now, seq: 2, factSeq: null });
  const nudge: WaitingNudge = { factSeq: 1, kind, starts: true, opens, alarmAt };
  return [
    FOLLOWED({ ...transfer, last_seq: 2, last_fact_seq: 1 }),
    eventsPart([begun, stepOpened]),
    nudgesPart(transfer, [{ nudge, waits: false }]),
  ];
}
