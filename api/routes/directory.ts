import { Router } from 'express';
import { listCounterparts } from '../../db/office/counterparts.ts';
import { listReasonCodes } from '../../db/office/reason-codes.ts';
import { proceduresOf } from '../../db/connection/procedures.ts';
import { officeNow } from '../../db/office/clock.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const directoryRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/counterparts', counterparts(deps))
    .get('/reason-codes', reasonCodes(deps))
    .get('/procedures', procedures(deps));

const counterparts =
  ({ db }: Dependencies): Handler<'listCounterparts'> =>
  async (_req, res) => {
    res.json({ items: await listCounterparts(db, dateOf(await officeNow(db))) });
  };

const reasonCodes =
  ({ db }: Dependencies): Handler<'listReasonCodes'> =>
  async (_req, res) => {
    res.json({ items: await listReasonCodes(db, dateOf(await officeNow(db))) });
  };

const procedures =
  ({ db }: Dependencies): Handler<'listProcedures'> =>
  async (_req, res) => {
    const reasons = await listReasonCodes(db, dateOf(await officeNow(db)));
    res.json({ items: proceduresOf(db).all.map((procedure) => procedureView(procedure, reasons)) });
  };
