/** Who looked at whom, for whoever answers for it. */
import { Router } from 'express';
import { listLookUps } from '../../db/office/looked-at.ts';
import { addDays, instantOf } from '../../domain/time/shanghai-day.ts';
import { decodeCursor, encodeCursor } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'lookUps'>;

export const lookUpsRoutes = (deps: Dependencies): Router => Router().get('/look-ups', list(deps));

const NUMBER = /^\d{1,15}$/;

const list =
  ({ db, keyring, lookUps }: Dependencies): Handler<'listLookUps'> =>
  async (req, res) => {
    const { cursor, limit = 50, from, to, ...of } = req.query;
    const after = decodeCursor(cursor, [NUMBER])?.[0];
    // What this process has not written yet was looked at too.
    await lookUps.flush();
    const filter = {
      ...of,
      officeId: res.locals.me.officeId,
      ...(from !== undefined && { from: new Date(instantOf(from)) }),
      ...(to !== undefined && { until: new Date(instantOf(addDays(to, 1))) }),
    };
    const { items, next } = await listLookUps(db, keyring, filter, {
      limit,
      ...(after !== undefined && { after: Number(after) }),
    });
    res.json({ items, next: next === null ? null : encodeCursor([String(next)]) });
  };
