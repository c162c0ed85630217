/** Papers that come in: registered on their day, read as the in-tray. */
import { Router } from 'express';
import { listIncoming, readIncoming } from '../../db/incoming/list.ts';
import { placeWaitingPaper } from '../../db/incoming/place-waiting.ts';
import { registerPaper } from '../../db/incoming/register.ts';
import { setPaperAside, takePaperUp } from '../../db/incoming/set-aside.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnce } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const incomingRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/incoming', register(deps))
    .get('/incoming', list(deps))
    .get('/incoming/:id', read(deps))
    .post('/incoming/:id/placing', place(deps))
    .post('/incoming/:id/setting-aside', setAside(deps))
    .post('/incoming/:id/taking-up', takeUp(deps));

const register =
  ({ db, keyring }: Dependencies): Handler<'registerIncoming'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { channel = 'ems', arrivedAt, ...said } = req.body;
    const id = await registerPaper(db, keyring, {
      ...said,
      channel,
      arrivedAt: new Date(arrivedAt),
      officeId: me.officeId,
      byStaffId: me.id,
      ...sentOnce(req),
    });
    res.status(201).json(await readIncoming(db, keyring, me.officeId, id));
  };

const list =
  ({ db, keyring }: Dependencies): Handler<'listIncoming'> =>
  async (req, res) => {
    const { cursor, limit = 50, mine = false, ...asked } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { at: key[0]!, id: key[1]! };
    const { officeId, id } = res.locals.me;
    const ownerId = mine ? id : undefined;
    const { items, next } = await listIncoming(db, keyring, { ...asked, officeId, ownerId, limit, after });
    res.json({ items, next: next && encodeCursor([next.at, next.id]) });
  };

const read =
  ({ db, keyring }: Dependencies): Handler<'readIncoming'> =>
  async (req, res) => {
    res.json(await readIncoming(db, keyring, res.locals.me.officeId, req.params.id));
  };

const place =
  ({ db, keyring }: Dependencies): Handler<'placeIncoming'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { id } = req.params;
    await placeWaitingPaper(db, keyring, { officeId, byStaffId, id, found: req.body });
    res.json(await readIncoming(db, keyring, officeId, id));
  };

const setAside =
  ({ db, keyring }: Dependencies): Handler<'setIncomingAside'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { id } = req.params;
    await setPaperAside(db, keyring, { officeId, byStaffId, id, note: req.body.note });
    res.json(await readIncoming(db, keyring, officeId, id));
  };

const takeUp =
  ({ db, keyring }: Dependencies): Handler<'takeIncomingUp'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { id } = req.params;
    await takePaperUp(db, { officeId, byStaffId, id });
    res.json(await readIncoming(db, keyring, officeId, id));
  };
