/** What happened in a period: volume, the time that steps took, the monthly sheet; and exactly what is behind each number. */
import { Router } from 'express';
import { refuseDefects } from '../../domain/errors.ts';
import type { Db } from '../../db/connection/connection.ts';
import { listMonthSheetItems } from '../../db/metrics/month-sheet-items.ts';
import { sheetRows } from '../../db/metrics/month-sheet-rows.ts';
import { readMonthSheet } from '../../db/metrics/month-sheet.ts';
import { listStepTimeItems } from '../../db/metrics/step-time-items.ts';
import { readStepTimes } from '../../db/metrics/step-times.ts';
import { listVolumeItems } from '../../db/metrics/volume-items.ts';
import { readMainFigures } from '../../db/metrics/main-figures.ts';
import { readVolume } from '../../db/metrics/volume.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects, sinceDefects } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';
import { itemPage, itemsReply } from '../handling/item-pages.ts';

/** 国办发〔2009〕66号 is in force from here. */
const BEGINNING = '2010-01-01';

export const periodMetricsRoutes = ({ db }: Pick<ApiDependencies, 'db'>): Router =>
  Router()
    .get('/metrics/volume', volume(db))
    .get('/metrics/volume/items', volumeItems(db))
    .get('/metrics/main-figures', mainFigures(db))
    .get('/metrics/steps', stepTimes(db))
    .get('/metrics/steps/items', stepTimeItems(db))
    .get('/metrics/month-sheet', monthSheet(db))
    .get('/metrics/month-sheet/items', monthSheetItems(db));

const volume =
  (db: Db): Handler<'readVolume'> =>
  async (req, res) => {
    const { from, to, compareWith } = req.query;
    refuseDefects(periodDefects(req.query));
    res.json({ from, to, ...(await readVolume(db, { officeId: res.locals.me.officeId, from, to, compareWith })) });
  };

const volumeItems =
  (db: Db): Handler<'listVolumeItems'> =>
  async (req, res) => {
    const { figure, from, to } = req.query;
    if (from !== undefined) refuseDefects(periodDefects({ from, to }));
    const span = { officeId: res.locals.me.officeId, from: from ?? null, to };
    res.json(itemsReply(await listVolumeItems(db, span, figure, itemPage(req.query))));
  };

const mainFigures =
  (db: Db): Handler<'readMainFigures'> =>
  async (req, res) => {
    const { from, to, since = BEGINNING } = req.query;
    refuseDefects([periodDefects(req.query), sinceDefects({ since, from })].flat());
    const { officeId } = res.locals.me;
    res.json({ from, to, since, ...(await readMainFigures(db, { officeId, from, to, since })) });
  };

const stepTimes =
  (db: Db): Handler<'readStepTimes'> =>
  async (req, res) => {
    const { from, to, compareWith } = req.query;
    refuseDefects(periodDefects(req.query));
    res.json({ from, to, ...(await readStepTimes(db, { officeId: res.locals.me.officeId, from, to, compareWith })) });
  };

const stepTimeItems =
  (db: Db): Handler<'listStepTimeItems'> =>
  async (req, res) => {
    const { from, to, party, step, inTime } = req.query;
    refuseDefects(periodDefects(req.query));
    const filter = { officeId: res.locals.me.officeId, from, to, party, step, inTime };
    res.json(itemsReply(await listStepTimeItems(db, filter, itemPage(req.query))));
  };

const monthSheet =
  (db: Db): Handler<'readMonthSheet'> =>
  async (req, res) => {
    const { direction, from, to } = req.query;
    refuseDefects(periodDefects(req.query));
    const sheet = await readMonthSheet(db, { officeId: res.locals.me.officeId, direction, from, to });
    res.json({ from, to, ...sheet, notKnown: [...sheet.notKnown] });
  };

const monthSheetItems =
  (db: Db): Handler<'listMonthSheetItems'> =>
  async (req, res) => {
    const { direction, from, to, figure, step, withoutStep } = req.query;
    refuseDefects(periodDefects(req.query));
    const rows = sheetRows({ officeId: res.locals.me.officeId, direction, from, to });
    res.json(itemsReply(await listMonthSheetItems(db, rows, figure, withoutStep ? '' : step, itemPage(req.query))));
  };
