/** Who holds what he cannot do, and what nobody but the manager may. */
import { Router } from 'express';
import { listHeldWrongly } from '../../db/holding/held-wrongly.ts';
import { decodeCursor, encodeCursor, INSTANT } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const heldWorkRoutes = (deps: Dependencies): Router => Router().get('/held-work', list(deps));

const KEY = /^[\da-f-]{36}\d{0,10}$/;

const list =
  ({ db }: Dependencies): Handler<'listHeldWork'> =>
  async (req, res) => {
    const { cursor, limit = 50, why } = req.query;
    const key = decodeCursor(cursor, [INSTANT, KEY]);
    const page = await listHeldWrongly(
      db,
      res.locals.me,
      { ...(why && { why }) },
      { limit, ...(key && { after: { since: key[0]!, key: key[1]! } }) },
    );
    res.json({ ...page, next: page.next && encodeCursor([page.next.since, page.next.key]) });
  };
