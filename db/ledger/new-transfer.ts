/** A transfer as it begins: its row, the event of its acceptance, and the message that starts its workflow. */
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { Db } from '../connection/connection.ts';
import { eventRow, eventsInsert, type NewEvent } from './event-rows.ts';
import { nudgesInsert } from './outbox.ts';

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
}

interface Beginning {
  readonly event: Omit<NewEvent, 'kind'>;
  /** The first step. */
  readonly opened: NewEvent;
  readonly told: Pick<WaitingNudge, 'opens' | 'alarmAt'>;
  readonly now: Date;
}

/** Parts of the statement that accepts it: its first event is its first fact, its second opens the first step. */
export function beginTransfer(
  db: Pick<Db, 'with'>,
  transfer: NewTransfer,
  { event, opened, told: { opens, alarmAt }, now }: Beginning,
) {
  const accepted = eventRow(transfer, { ...event, kind: 'accepted' }, { recordedAt: now, seq: 1, factSeq: 1 });
  const stepOpened = eventRow(transfer, opened, { recordedAt: now, seq: 2, factSeq: null });
  const nudge: WaitingNudge = { factSeq: 1, kind: 'accepted', starts: true, opens, alarmAt };
  return db
    .with('followed', (cte) => cte.insertInto('transfers').values({ ...transfer, last_seq: 2, last_fact_seq: 1 }))
    .with('noted', (cte) => eventsInsert(cte, [accepted, stepOpened]))
    .with('told', (cte) => nudgesInsert(cte, transfer, [nudge]));
}
