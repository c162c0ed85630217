/** The bureau's monthly sheets as they were told: made, listed, read, each number opened. */
import { Router } from 'express';
import { makeSheet } from '../../db/archive/make-sheet.ts';
import { keptRows } from '../../db/archive/sheet-rows.ts';
import { listSheets, readSheet, requireSheet } from '../../db/archive/sheets.ts';
import { listMonthSheetItems } from '../../db/metrics/month-sheet-items.ts';
import { decodeCursor, encodeCursor } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { itemPage, itemsReply } from '../handling/item-pages.ts';
import { printDocument } from '../handling/print-document.ts';
import { askedOfOffice } from '../handling/print-of-office.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'renderer' | 'config'>;

export const monthlySheetsRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/monthly-sheets', make(deps))
    .get('/monthly-sheets', list(deps))
    .get('/monthly-sheets/:id', read(deps))
    .get('/monthly-sheets/:id/items', items(deps))
    .post('/monthly-sheets/:id/documents', print(deps));

const make =
  ({ db, keyring }: Dependencies): Handler<'makeMonthlySheet'> =>
  async (req, res) => {
    const { me } = res.locals;
    const idempotencyKey = req.get('Idempotency-Key');
    const id = await makeSheet(db, keyring, { ...req.body, officeId: me.officeId, staffId: me.id, idempotencyKey });
    res.status(201).json((await readSheet(db, keyring, me.officeId, id)) as unknown as ReplyOf<'makeMonthlySheet'>);
  };

const MONTH = /^\d{4}-\d{2}$/;

const list =
  ({ db, keyring }: Dependencies): Handler<'listMonthlySheets'> =>
  async (req, res) => {
    const { cursor, limit = 50, month } = req.query;
    const key = decodeCursor(cursor, [MONTH, /^\d{1,6}$/]);
    const after = key && { month: key[0]!, version: Number(key[1]) };
    const page = await listSheets(db, keyring, { officeId: res.locals.me.officeId, month, limit, after });
    res.json({ items: page.items, next: page.next && encodeCursor([page.next.month, String(page.next.version)]) });
  };

const read =
  ({ db, keyring }: Dependencies): Handler<'readMonthlySheet'> =>
  async (req, res) => {
    const sheet = await readSheet(db, keyring, res.locals.me.officeId, req.params.id);
    res.json(sheet as unknown as ReplyOf<'readMonthlySheet'>);
  };

const items =
  ({ db }: Dependencies): Handler<'listMonthlySheetItems'> =>
  async (req, res) => {
    const { id } = req.params;
    const { direction, figure, step, withoutStep } = req.query;
    await requireSheet(db, res.locals.me.officeId, id);
    const rows = keptRows(id, direction);
    res.json(itemsReply(await listMonthSheetItems(db, rows, figure, withoutStep ? '' : step, itemPage(req.query))));
  };

const print =
  (deps: Dependencies): Handler<'printMonthlySheet'> =>
  async (req, res) => {
    const asked = askedOfOffice(deps, res.locals.me, { kind: 'monthlySheet', subjectId: req.params.id });
    const { document, isNew } = await printDocument(deps, asked, { anew: false });
    res.status(isNew ? 201 : 200).json(document);
  };
