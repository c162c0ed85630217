/** Closed cases in boxes. */
import { Router } from 'express';
import { emptiedSincePrinted, listBoxes, listBoxesByIds, readBox } from '../../db/archive/boxes.ts';
import { listMonths, listWaiting } from '../../db/archive/closed-cases.ts';
import { putInBoxes } from '../../db/archive/put-in-boxes.ts';
import { takeOut } from '../../db/archive/take-out.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { printDocument } from '../handling/print-document.ts';
import { askedOfOffice } from '../handling/print-of-office.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'renderer' | 'config' | 'lookUps'>;

export const archiveRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/archive/months', months(deps))
    .get('/archive/waiting', waiting(deps))
    .post('/archive/boxes', box(deps))
    .get('/archive/boxes', boxes(deps))
    .get('/archive/boxes/:id', contents(deps))
    .post('/archive/boxes/:id/removals', remove(deps))
    .post('/archive/boxes/:id/documents', print(deps));

const months =
  ({ db }: Dependencies): Handler<'listArchiveMonths'> =>
  async (req, res) => {
    const { cursor, limit = 50 } = req.query;
    const before = decodeCursor(cursor, [/^\d{4}-\d{2}$/])?.[0];
    const page = await listMonths(db, { officeId: res.locals.me.officeId, limit, before });
    res.json({ items: page.items, next: page.next === null ? null : encodeCursor([page.next]) });
  };

const waiting =
  ({ db }: Dependencies): Handler<'listWaitingForBox'> =>
  async (req, res) => {
    const { cursor, limit = 50, month } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { at: key[0]!, id: key[1]! };
    const { next, ...page } = await listWaiting(db, { officeId: res.locals.me.officeId, month, limit, after });
    res.json({ ...page, next: next && encodeCursor([next.at, next.id]) });
  };

const box =
  ({ db }: Dependencies): Handler<'boxClosedCases'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const { month, casesPerBox = 50 } = req.body;
    const idempotencyKey = req.get('Idempotency-Key');
    const ids = await putInBoxes(db, { officeId, staffId, month, casesPerBox, idempotencyKey });
    const items = await listBoxesByIds(db, officeId, ids);
    res.status(201).json({ items, cases: items.reduce((sum, { cases }) => sum + cases, 0) });
  };

const boxes =
  ({ db }: Dependencies): Handler<'listArchiveBoxes'> =>
  async (req, res) => {
    const { cursor, limit = 50, month } = req.query;
    const before = decodeCursor(cursor, [/^[A-Z]{2}\d{6,20}$/])?.[0];
    const page = await listBoxes(db, { officeId: res.locals.me.officeId, month, limit, before });
    res.json({ items: page.items, next: page.next === null ? null : encodeCursor([page.next]) });
  };

const contents =
  ({ db, keyring }: Dependencies): Handler<'readArchiveBox'> =>
  async (req, res) => {
    res.json(await readBox(db, keyring, res.locals.me.officeId, req.params.id));
  };

const remove =
  ({ db, keyring }: Dependencies): Handler<'takeOutOfBox'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const boxId = req.params.id;
    await takeOut(db, keyring, { officeId, staffId, boxId, ...req.body });
    res.json(await readBox(db, keyring, officeId, boxId));
  };

const print =
  (deps: Dependencies): Handler<'printBoxContents'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id: boxId } = req.params;
    const { items } = await readBox(deps.db, deps.keyring, me.officeId, boxId);
    const asked = askedOfOffice(deps, me, { kind: 'boxContents', subjectId: boxId });
    const anew = await emptiedSincePrinted(deps.db, boxId);
    const { document, isNew } = await printDocument(deps, asked, { anew });
    const transferIds = items.map(({ transferId }) => transferId);
    deps.lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'archiveBox', transferIds });
    res.status(isNew ? 201 : 200).json(document);
  };
