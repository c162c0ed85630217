/** The working-day calendar: a year's holiday notice is loaded, and whatever it moves is said. */
import { Router } from 'express';
import { changeCalendar, loadedNotices, readCalendarYear } from '../../db/office/calendar-changes.ts';
import { hasSecondAdministrator, tellAccess } from '../../db/approvals/access.ts';
import { moveDeadlines } from '../../db/procedure/moved-deadlines.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { noticeDefects } from '../../domain/time/holiday-notice.ts';
import { answerProposed } from '../door/proposing.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const calendarRoutes = (deps: Dependencies): Router =>
  Router().get('/calendar/:year', read(deps)).put('/calendar/:year', load(deps));

const read =
  ({ db }: Dependencies): Handler<'readCalendar'> =>
  async (req, res) => {
    const known = await readCalendarYear(db, Number(req.params.year));
    if (!known) throw new Refusal('not-found', 'The notice of this year is not loaded yet; due dates are provisional.');
    res.json(known);
  };

const load =
  (deps: Dependencies): Handler<'loadCalendar'> =>
  async (req, res) => {
    const { db } = deps;
    const notice = { ...req.body, year: Number(req.params.year) };
    const { id: byStaffId, officeId } = res.locals.me;
    if (await hasSecondAdministrator(db, officeId, byStaffId)) {
      return answerProposed(deps, res as never, { kind: 'loadCalendar', proposal: notice });
    }
    refuseDefects(noticeDefects(notice, await loadedNotices(db, notice.year)));
    await db.transaction().execute(async (tx) => {
      await changeCalendar(tx, notice, byStaffId);
      await tellAccess(tx, 'calendarLoaded', { officeId, byStaffId }, { year: notice.year });
    });
    const { changes, looked, ...moved } = await moveDeadlines(db);
    res.json({
      calendar: (await readCalendarYear(db, notice.year))!,
      changedDays: changes.flatMap(({ days }) => [...days]),
      stepsLooked: looked,
      ...moved,
      moved: [...moved.moved],
    });
  };
