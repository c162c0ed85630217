/** A remittance past its day is work: its owner moves it, or chases the bureau or the bank that has the ball. One task per state; what moves it ends it. */
import { sql } from 'kysely';
import type { RemittanceState } from '../../domain/money/remittance.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockRemittance, type LockedRemittance } from './lock.ts';
import { closeTaskAbout, openTaskAbout } from './task-of.ts';

type InState = Pick<LockedRemittance, 'id' | 'state'>;

const keyOf = ({ id, state }: InState): string => `lateRemittance:${id}:${state}`;

interface Late {
  readonly id: string;
  readonly officeId: string;
}

/** Number of tasks that were opened, after those that are over were ended. Several workers may look at once: the same lateness is one task. What came back has one already. */
export async function openLateRemittanceTasks(db: Db): Promise<number> {
  await endPassedTasks(db);
  const { rows } = await sql<Late>`
    select r.id, r.office_id as "officeId" from remittances r
    where r.state not in ('confirmed', 'withdrawn') and r.state <> 'bounced' and r.due_on < office_date(office_now())
      and not exists (select from tasks where tasks.office_id = r.office_id
        and tasks.natural_key = 'lateRemittance:' || r.id || ':' || r.state)
    order by r.due_on, r.id limit 500`.execute(db);
  let opened = 0;
  for (const late of rows) if (await db.transaction().execute((tx) => openLateTask(tx, late))) opened += 1;
  return opened;
}

async function openLateTask(tx: Tx, { id, officeId }: Late): Promise<boolean> {
  const remittance = await lockRemittance(tx, officeId, id);
  const { state, due_on: dueOn, now, owner_id: owner } = remittance;
  // It may have moved, or another worker may have been here, while nobody held it.
  if (state === 'bounced' || dueOn === null || dueOn >= dateOf(now) || (await isTold(tx, remittance))) return false;
  await openTaskAbout(tx, remittance, {
    kind: 'lateRemittance',
    owner,
    about: { remittanceId: id, state, dueOn },
    naturalKey: keyOf(remittance),
  });
  return true;
}

async function isTold(tx: Tx, remittance: LockedRemittance): Promise<boolean> {
  const { rows } = await sql`select from tasks
    where office_id = ${remittance.office_id} and natural_key = ${keyOf(remittance)}`.execute(tx);
  return rows.length > 0;
}

/** An API of the release before moves a remittance and knows nothing of its task: the state that the task names is left, and the task stays. */
async function endPassedTasks(db: Db): Promise<void> {
  const { rows } = await sql<Late & { told: RemittanceState }>`
    select r.id, r.office_id as "officeId", tasks.about ->> 'state' as told
    from tasks join remittances r on r.id = (tasks.about ->> 'remittanceId')::uuid
    where tasks.kind = 'lateRemittance' and tasks.closed_at is null and tasks.about ->> 'state' <> r.state
    order by r.id limit 500`.execute(db);
  for (const { id, officeId, told } of rows)
    await db.transaction().execute(async (tx) => {
      const remittance = await lockRemittance(tx, officeId, id);
      await closeTaskAbout(tx, remittance, keyOf({ id, state: told }), null, 'system');
    });
}

/** Of the state that it leaves. */
export const endLateTask = (tx: Tx, before: LockedRemittance, byStaffId: string | null): Promise<void> =>
  closeTaskAbout(tx, before, keyOf(before), byStaffId);
