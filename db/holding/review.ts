/** What is held is looked at again: after a change of roles, absences, activity or duties, and whenever a day begins. */
import type { Db } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { endPassedAbsences } from '../office/absences.ts';
import { readNow } from '../office/clock.ts';
import { findOffice } from '../office/office.ts';
import { rosterNow } from '../office/roster.ts';
import { reviewMoney, reviewRemittances, reviewTasks } from './held-tasks.ts';
import type { Review } from './handing.ts';
import { reviewSteps } from './held-steps.ts';
import { reviewDeputies, reviewStewards } from './stewards.ts';

/** Safe to run at any time, by several at once: each piece is looked at again as it is handed on. @returns number of steps that changed hands */
export async function reviewHeldWork(db: Db, { repairs = false } = {}): Promise<number> {
  const office = await findOffice(db);
  if (!office) return 0;
  await endAbsences(db, office.id);
  const before = await reviewOf(db, office.id, repairs);
  await reviewDeputies(db, before);
  // Deputies are part of the roster.
  const review = await reviewOf(db, office.id, repairs);
  const moved = await reviewSteps(db, review);
  await reviewStewards(db, review);
  await reviewTasks(db, review);
  await reviewMoney(db, review);
  await reviewRemittances(db, review);
  return moved;
}

async function reviewOf(db: Db, officeId: string, repairs: boolean): Promise<Review> {
  const { today } = await readNow(db);
  return { officeId, today, roster: await rosterNow(db), repairs };
}

/** An absence whose last day has passed has ended with it. */
const endAbsences = (db: Db, officeId: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const absenceId of await endPassedAbsences(tx, officeId))
      await appendOfficeEvent(tx, { officeId, kind: 'absenceEnded', payload: { absenceId } });
  });
