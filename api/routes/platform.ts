/** The national platform’s list beside ours, day by day. */
import { Router } from 'express';
import { readPlatformDay, settlePlatformDifference } from '../../db/platform/list.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { saidIn } from '../handling/said-in.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const platformRoutes = (deps: Dependencies): Router =>
  Router().get('/platform-differences', list(deps)).post('/platform-differences/:id/settling', settle(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listPlatformDifferences'> =>
  async (req, res) => {
    const { id: me, officeId } = res.locals.me;
    const { day, kind, direction, mine } = req.query;
    const ownerId = mine === true ? me : undefined;
    res.json(await readPlatformDay(db, keyring, { officeId, day, kind, direction, ownerId }));
  };

const settle =
  ({ db, keyring }: Dependencies): Handler<'settlePlatformDifference'> =>
  async (req, res) => {
    const { id: byStaffId, officeId } = res.locals.me;
    const { id } = req.params;
    await db
      .transaction()
      .execute((tx) => settlePlatformDifference(tx, keyring, { officeId, id, byStaffId, note: saidIn(req.body) }));
    res.status(204).end();
  };
