import { Router } from 'express';
import { appendOfficeEvent } from '../../db/ledger/append-event.ts';
import { correctCounterpart, listCounterparts, readAgencyAccount } from '../../db/office/counterparts.ts';
import { listReasonCodes } from '../../db/office/reason-codes.ts';
import { proceduresOf } from '../../db/connection/procedures.ts';
import { officeNow } from '../../db/office/clock.ts';
import { Refusal } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const directoryRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/counterparts', counterparts(deps))
    .patch('/counterparts/:areaCode', correct(deps))
    .get('/counterparts/:areaCode/account', account(deps))
    .get('/reason-codes', reasonCodes(deps))
    .get('/procedures', procedures(deps));

const counterparts =
  ({ db }: Dependencies): Handler<'listCounterparts'> =>
  async (req, res) => {
    const { all = false } = req.query;
    res.json({ items: await listCounterparts(db, dateOf(await officeNow(db)), { all }) });
  };

const account =
  ({ db, keyring }: Dependencies): Handler<'readCounterpartAccount'> =>
  async (req, res) => {
    const found = await readAgencyAccount(db, keyring, req.params.areaCode, dateOf(await officeNow(db)));
    if (!found) throw new Refusal('not-found', 'The directory has no account of this agency today.');
    res.json(found);
  };

const correct =
  ({ db }: Dependencies): Handler<'correctCounterpart'> =>
  async (req, res) => {
    const { id: byStaffId, officeId } = res.locals.me;
    const { areaCode } = req.params;
    const today = dateOf(await officeNow(db));
    await db.transaction().execute(async (tx) => {
      const changed = await correctCounterpart(tx, areaCode, req.body, today);
      if (!changed) throw new Refusal('not-found', 'The directory has no agency of this code.');
      if (changed.length === 0) return;
      await appendOfficeEvent(tx, {
        officeId,
        kind: 'counterpartCorrected',
        byStaffId,
        payload: { areaCode, changed },
      });
    });
    const items = await listCounterparts(db, today, { all: true });
    res.json(items.find((one) => one.areaCode === areaCode));
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
