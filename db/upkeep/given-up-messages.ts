/** Messages that were given up: each is passed on in another way, or has somebody who looks at it. */
import { sql } from 'kysely';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { closeOfficeTask, closeTasksOf } from '../holding/task-changes.ts';
import { openOfficeTask, openTaskOf } from '../holding/tasks.ts';
import { markSent } from '../ledger/outbox.ts';

/** All that were given up for one workflow. */
export interface GivenUpMessages {
  readonly officeId: string;
  /** Null: of the office's rounds, of its notices or of its clocks of a kind. */
  readonly transferId: string | null;
  readonly topic: 'fact' | 'notices' | 'clocks';
  /** Of clocks. */
  readonly payload: unknown;
  /** As the transfer stands now; 0 and null without one. */
  readonly factSeq: number;
  readonly closing: Closing | null;
  readonly messageIds: number[];
}

export async function givenUpMessages(db: Db): Promise<GivenUpMessages[]> {
  const { rows } = await sql<GivenUpMessages>`
    select o.office_id as "officeId", o.transfer_id as "transferId", coalesce(t.last_fact_seq, 0) as "factSeq", t.closing, o.topic,
      case when o.topic = 'clocks' then o.payload end as payload, array_agg(o.id order by o.id) as "messageIds"
    from outbox o left join transfers t on t.id = o.transfer_id
    where o.sent_at is null and o.dead
    group by o.office_id, o.transfer_id, t.id, o.topic, case when o.topic = 'clocks' then o.payload end
    order by min(o.id) limit 200`.execute(db);
  return rows.map((row) => ({ ...row, messageIds: row.messageIds.map(Number) }));
}

const keyOf = ({ messageIds }: GivenUpMessages): string => `deadLetter:${String(messageIds[0])}`;

/** One task for the administrator, however often it is tried. */
export async function askAboutGivenUp(db: Db, messages: GivenUpMessages): Promise<void> {
  const { officeId, transferId, messageIds } = messages;
  await db.transaction().execute(async (tx) => {
    const task = {
      kind: 'deadLetter',
      owner: { role: 'administrator' },
      about: { messages: messageIds.length, firstMessage: messageIds[0] },
      naturalKey: keyOf(messages),
    } as const;
    await (transferId === null ? openOfficeTask(tx, officeId, task) : openTaskOf(tx, transferId, task));
  });
}

/** Their workflow knows all of it now. */
export async function settleGivenUp(db: Db, messages: GivenUpMessages): Promise<void> {
  const { officeId, transferId } = messages;
  await db.transaction().execute(async (tx) => {
    await markSent(tx, messages.messageIds);
    const closing = { note: 'passed on' };
    if (transferId === null) await closeOfficeTask(tx, officeId, keyOf(messages), closing);
    else await closeTasksOf(tx, transferId, { kind: 'deadLetter' }, closing);
  });
}
