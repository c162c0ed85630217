/** Transfers: accepted at the counter, listed, found by any number, read. */
import { Router } from 'express';
import { acceptTransfer } from '../../db/counter/accept-transfer.ts';
import { readProgress } from '../../db/reading/progress.ts';
import { foundPersons } from '../../db/reading/found-persons.ts';
import { searchTransfers } from '../../db/reading/search.ts';
import { readSlip } from '../../db/counter/slip.ts';
import { readTransferDetail } from '../../db/reading/transfer-detail.ts';
import { findTransferRow, listTransferRowsByIds } from '../../db/reading/transfer-rows.ts';
import type { TransferKey } from '../../db/reading/transfer-keys.ts';
import { listTransfers } from '../../db/reading/transfer-list.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { readingsOf, SEARCH_FIELDS, searchTerm, type SearchTerm } from '../../domain/persons/search-terms.ts';
import { acceptanceOf } from '../handling/acceptance.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'events' | 'lookUps'>;

export const transfersRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/transfers', accept(deps))
    .get('/transfers', list(deps))
    .post('/transfers/search', search(deps))
    .get('/transfers/:id', read(deps))
    .get('/transfers/:id/progress', progress(deps));

const noSuchTransfer = (): Refusal => new Refusal('not-found', 'There is no such transfer.');

const accept =
  ({ db, keyring, events }: Dependencies): Handler<'acceptTransfer'> =>
  async (req, res) => {
    const asked = acceptanceOf(req, res.locals.me);
    const { transferId, isNew, questions } = await acceptTransfer(db, keyring, asked);
    if (isNew) events.factRecorded({ transferId, kind: 'accepted', factSeq: 1 });
    const transfer = await findTransferRow(db, keyring, transferId);
    if (!transfer) throw noSuchTransfer();
    res.status(isNew ? 201 : 200).json({ transfer, slip: await readSlip(db, transferId), questions: [...questions] });
  };

const ORDERS: readonly TransferKey['order'][] = ['due', 'between', 'accepted', 'oldest'];

const list =
  ({ db, keyring }: Dependencies): Handler<'listTransfers'> =>
  async (req, res) => {
    const { cursor, limit = 50, state = 'open', order, ...filter } = req.query;
    const key = decodeCursor(cursor, [new RegExp(`^(${ORDERS.join('|')})$`), INSTANT, UUID]);
    const after = key && { order: key[0] as TransferKey['order'], at: key[1]!, id: key[2]! };
    const page = await listTransfers(
      db,
      keyring,
      { ...filter, state, officeId: res.locals.me.officeId },
      { limit, after, ...(order && { order }) },
    );
    const { items, next } = page;
    res.json({ items, next: next && encodeCursor([next.order, next.at, next.id]) });
  };

const search =
  ({ db, keyring, lookUps }: Dependencies): Handler<'searchTransfers'> =>
  async (req, res) => {
    const { me } = res.locals;
    const groups = termGroups(req.body);
    const found = await searchTransfers(db, keyring, me.officeId, groups);
    const ids = found.map(({ id }) => id);
    const kind = [...new Set(groups.flat().map(({ field }) => field))].join(',') || 'nothing';
    lookUps.note({ officeId: me.officeId, staffId: me.id, kind, transferIds: ids });
    const items = await listTransferRowsByIds(db, keyring, ids);
    res.json({ items, next: null, persons: await foundPersons(db, keyring, found) });
  };

/** One group per field that was sent; `any` is read in every way that its form allows. */
function termGroups(body: BodyOf<'searchTransfers'>): SearchTerm[][] {
  const defects: Defect[] = [];
  const groups = SEARCH_FIELDS.flatMap((field) => {
    const text = body[field];
    if (text === undefined) return [];
    const term = searchTerm(field, text);
    if (!term) defects.push({ field, code: 'form', message: 'This cannot be such a number or name; check it.' });
    return term ? [[term]] : [];
  });
  refuseDefects(defects);
  return body.any === undefined ? groups : [readingsOf(body.any), ...groups];
}

const read =
  ({ db, keyring }: Dependencies): Handler<'readTransfer'> =>
  async (req, res) => {
    const detail = await readTransferDetail(db, keyring, req.params.id, res.locals.me);
    if (!detail) throw noSuchTransfer();
    res.json(detail);
  };

const progress =
  ({ db }: Dependencies): Handler<'readProgress'> =>
  async (req, res) => {
    const found = await readProgress(db, res.locals.me.officeId, req.params.id);
    if (!found) throw noSuchTransfer();
    res.json(found);
  };
