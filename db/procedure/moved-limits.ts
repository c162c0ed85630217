/** A changed calendar counts the limits again that belong to no step: those of tasks, and of other offices' letters. */
import { sql } from 'kysely';
import { addWorkingDays, type WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { moveTaskLimits } from '../holding/task-changes.ts';
import { loadCalendar } from '../office/calendar.ts';
import { LETTER_LIMITS } from '../office/letter-limits.ts';
import { holdWaiting, markProjected, type CalendarChange } from '../office/calendar-changes.ts';

/** With them the change is done with. */
export async function moveTheRest(tx: Tx, before: WorkingCalendar, changes: readonly CalendarChange[]) {
  // Another process may be at the same change: whoever comes second finds it done.
  if (!(await holdWaiting(tx, changes))) return { tasksMoved: 0, lettersOutMoved: 0 };
  const calendar = await loadCalendar(tx);
  const tasksMoved = await moveTaskLimits(tx, before, calendar);
  const lettersOutMoved = await moveLettersOut(tx, calendar, changes);
  for (const { id } of changes) await markProjected(tx, id);
  return { tasksMoved, lettersOutMoved };
}

/** Their limit is the law's, whoever has met it already: the rate of the period is counted over the calendar as it is. */
async function moveLettersOut(tx: Tx, calendar: WorkingCalendar, changes: readonly CalendarChange[]): Promise<number> {
  const first = changes.flatMap(({ days }) => days.map(({ day }) => day)).sort()[0];
  if (first === undefined) return 0;
  const { rows } = await sql<{ id: string; received: string; due: string; days: number }>`
    select transfer_id as id, letter_received_on as received, due_on as due, limits.working_days as days
    from transfers_out join transfers on transfers.id = transfer_id
    join ${LETTER_LIMITS} as limits using (office_id, rule_version, procedure_type)
    where second_due_on >= ${first}::date for update of transfers_out`.execute(tx);
  let moved = 0;
  for (const { id, received, due, days } of rows) {
    const dueOn = addWorkingDays(received, days, calendar).dueOn;
    const secondDueOn = addWorkingDays(dueOn, days, calendar).dueOn;
    await sql`update transfers_out set due_on = ${dueOn}::date, second_due_on = ${secondDueOn}::date
      where transfer_id = ${id} and (due_on, second_due_on) is distinct from (${dueOn}::date, ${secondDueOn}::date)`.execute(
      tx,
    );
    if (dueOn !== due) moved += 1;
  }
  return moved;
}
