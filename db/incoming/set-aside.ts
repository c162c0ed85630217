/** A paper that belongs to nobody here is set aside with a word (a circular, a letter for another office), and taken up again by whoever knows better. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { DIRECTION_OF, type IncomingKind } from '../../domain/incoming/papers.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { closeOfficeTask } from '../holding/task-changes.ts';
import { openOfficeTask } from '../holding/tasks.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { newText } from '../texts/sealed-texts.ts';
import { waitingTaskKey } from './place.ts';

interface Asked {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly id: string;
}

/** @throws Refusal not-found; already-decided (it does not wait any more) */
export const setPaperAside = (db: Db, keyring: Keyring, { note, ...asked }: Asked & { note: string }): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { officeId, byStaffId, id } = asked;
    const paper = await lockPaper(tx, asked);
    if (paper.state !== 'parked' || paper.setAsideAt !== null)
      throw new Refusal('already-decided', 'This paper does not wait any more.');
    const why = newText(keyring, { officeId }, note);
    await tx
      .updateTable('incoming_papers')
      .set({ set_aside_at: sql`office_now()`, set_aside_by: byStaffId, set_aside_note_id: why?.id ?? null })
      .where('id', '=', id)
      .execute();
    await closeOfficeTask(tx, officeId, waitingTaskKey(id, paper.takenUp), { byStaffId, note: '' });
    const payload = { incomingId: id, paper: paper.kind };
    const event = { officeId, kind: 'paperSetAside', byStaffId, payload, ...(why && { texts: { note: why } }) };
    await appendOfficeEvent(tx, event);
  });

/** It waits again, and is work of whoever took it up, or of a colleague of the post. @throws Refusal not-found; already-decided (it is not set aside) */
export const takePaperUp = (db: Db, asked: Asked): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { officeId, byStaffId, id } = asked;
    const { kind, state, setAsideAt, takenUp } = await lockPaper(tx, asked);
    if (state !== 'parked' || setAsideAt === null) throw new Refusal('already-decided', 'This paper is not set aside.');
    await tx
      .updateTable('incoming_papers')
      .set({ set_aside_at: null, set_aside_by: null, set_aside_note_id: null, taken_up: takenUp + 1 })
      .where('id', '=', id)
      .execute();
    const about = { incomingId: id, paper: kind };
    const owner = { role: 'letterClerk', prefer: [byStaffId] } as const;
    const task = { kind: 'incomingPaper', owner, about, naturalKey: waitingTaskKey(id, takenUp + 1) } as const;
    await openOfficeTask(tx, officeId, task, DIRECTION_OF[kind]);
    await appendOfficeEvent(tx, { officeId, kind: 'paperTakenUp', byStaffId, payload: about });
  });

/** Of two who decide about it the second is told. */
async function lockPaper(tx: Tx, { officeId, id }: Asked) {
  const row = await tx
    .selectFrom('incoming_papers')
    .select(['kind', 'state', 'set_aside_at as setAsideAt', 'taken_up as takenUp'])
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such paper.');
  return { ...row, kind: row.kind as IncomingKind };
}
