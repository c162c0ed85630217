/** Who is away: open work goes to the stand-in and comes back. */
import { Router } from 'express';
import { endAbsence, insertAbsence, listAbsences, readAbsence } from '../../db/office/absences.ts';
import { appendOfficeEvent } from '../../db/ledger/append-event.ts';
import { reviewHeldWork } from '../../db/holding/review.ts';
import type { Db } from '../../db/connection/connection.ts';
import { listStaff } from '../../db/office/staff.ts';
import { readAbsencePreview } from '../../db/reading/absence-preview.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const absencesRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/absences', list(deps))
    .get('/absences/preview', preview(deps))
    .post('/absences', add(deps))
    .delete('/absences/:id', end(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listAbsences'> =>
  async (_req, res) => {
    res.json({ items: await listAbsences(db, keyring, res.locals.me.officeId) });
  };

/** By the same rules as the absence itself, whose defects it has too. */
const preview =
  ({ db }: Dependencies): Handler<'previewAbsence'> =>
  async (req, res) => {
    const { officeId } = res.locals.me;
    refuseDefects(absenceDefects(req.query, await activeOf(db, officeId)));
    res.json(await readAbsencePreview(db, { ...req.query, officeId }));
  };

const activeOf = async (db: Db, officeId: string): Promise<string[]> =>
  (await listStaff(db, officeId)).filter((one) => one.active).map(({ id }) => id);

const add =
  ({ db, keyring }: Dependencies): Handler<'addAbsence'> =>
  async (req, res) => {
    const { id: byStaffId, officeId } = res.locals.me;
    const absence = req.body;
    refuseDefects(absenceDefects(absence, await activeOf(db, officeId)));
    const id = await db.transaction().execute(async (tx) => {
      const added = await insertAbsence(tx, keyring, { ...absence, officeId, byStaffId });
      await appendOfficeEvent(tx, { officeId, kind: 'absenceBegun', byStaffId, payload: { absenceId: added } });
      return added;
    });
    // One that begins later moves nothing yet.
    await reviewHeldWork(db);
    res.status(201).json(await readAbsence(db, keyring, officeId, id));
  };

function absenceDefects(absence: Omit<BodyOf<'addAbsence'>, 'note'>, active: readonly string[]): Defect[] {
  const { staffId, standInId, fromDay, untilDay } = absence;
  const defects: Defect[] = [];
  const unknown = (field: string): Defect => ({ field, code: 'unknown', message: 'No active colleague has this id.' });
  if (!active.includes(staffId)) defects.push(unknown('staffId'));
  if (standInId !== undefined && !active.includes(standInId)) defects.push(unknown('standInId'));
  if (standInId === staffId) {
    defects.push({ field: 'standInId', code: 'samePerson', message: 'Nobody stands in for himself.' });
  }
  if (untilDay !== undefined && untilDay < fromDay) {
    defects.push({ field: 'untilDay', code: 'beforeFrom', message: 'The last day lies before the first.' });
  }
  return defects;
}

const end =
  ({ db, keyring }: Dependencies): Handler<'endAbsence'> =>
  async (req, res) => {
    const { id: byStaffId, officeId } = res.locals.me;
    const { id } = req.params;
    await db.transaction().execute(async (tx) => {
      const ended = await endAbsence(tx, officeId, id);
      if (!ended) throw new Refusal('not-found', 'There is no such absence, or it has ended.');
      await appendOfficeEvent(tx, { officeId, kind: 'absenceEnded', byStaffId, payload: { absenceId: id } });
    });
    await reviewHeldWork(db);
    res.json(await readAbsence(db, keyring, officeId, id));
  };
