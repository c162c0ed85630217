/** What people decided by hand in a period (人工干预清单). */
import { Router } from 'express';
import { listManualDecisions } from '../../db/reading/manual-decisions.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { manualDecisionsCsv } from '../handling/manual-decisions-csv.ts';
import { decodeCursor, encodeCursor, INSTANT } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const manualDecisionsRoutes = (deps: Dependencies): Router => Router().get('/manual-decisions', list(deps));

const KEY = /^[\da-f-]{1,50}$/;

const list =
  ({ db }: Dependencies): Handler<'listManualDecisions'> =>
  async (req, res) => {
    const { cursor, limit = 50, format, ...asked } = req.query;
    const key = decodeCursor(cursor, [INSTANT, KEY]);
    refuseDefects(periodDefects(asked));
    const filter = { ...asked, officeId: res.locals.me.officeId };
    if (format === 'csv' || req.accepts(['application/json', 'text/csv']) === 'text/csv') {
      const { items } = await listManualDecisions(db, filter, {});
      return void res
        .attachment(`manual-decisions-${asked.from}-${asked.to}.csv`)
        .type('text/csv')
        .send(manualDecisionsCsv(items) as never);
    }
    const page = await listManualDecisions(db, filter, {
      limit,
      ...(key && { after: { at: key[0]!, key: key[1]! } }),
    });
    res.json({ ...page, next: page.next && encodeCursor([page.next.at, page.next.key]) });
  };
