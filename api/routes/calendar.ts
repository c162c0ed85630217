/** The working-day calendar: a year's holiday notice is loaded, and whatever it moves is said. */
import { Router } from 'express';
import { changeCalendar, loadedNotices, readCalendarYear } from '../../db/office/calendar-changes.ts';
import { moveDeadlines } from '../../db/procedure/moved-deadlines.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { noticeDefects } from '../../domain/time/holiday-notice.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

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
  ({ db }: Dependencies): Handler<'loadCalendar'> =>
  async (req, res) => {
    const notice = { ...req.body, year: Number(req.params.year) };
    refuseDefects(noticeDefects(notice, await loadedNotices(db, notice.year)));
    await db.transaction().execute((tx) => changeCalendar(tx, notice, res.locals.me.id));
    const { changes, looked, ...moved } = await moveDeadlines(db);
    res.json({
      calendar: (await readCalendarYear(db, notice.year))!,
      changedDays: changes.flatMap(({ days }) => [...days]),
      stepsLooked: looked,
      ...moved,
      moved: [...moved.moved],
    });
  };
