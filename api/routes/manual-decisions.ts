/** What people decided by hand in a period (人工干预清单). */
import { Router } from 'express';
import { readDecisionList } from '../../db/documents/decision-list.ts';
import { readOfficeHead } from '../../db/documents/head.ts';
import { readNow } from '../../db/office/clock.ts';
import { listManualDecisions, type DecisionFilter } from '../../db/reading/manual-decisions.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { decodeCursor, encodeCursor, INSTANT } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';
import { draw } from '../handling/print-document.ts';
import { sendPdf } from '../handling/send-pdf.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'renderer'>;

export const manualDecisionsRoutes = (deps: Dependencies): Router => Router().get('/manual-decisions', list(deps));

const KEY = /^[\da-f-]{1,50}$/;

const list =
  ({ db, renderer }: Dependencies): Handler<'listManualDecisions'> =>
  async (req, res) => {
    const { cursor, limit = 50, format, ...asked } = req.query;
    const key = decodeCursor(cursor, [INSTANT, KEY]);
    refuseDefects(periodDefects(asked));
    const filter = { ...asked, officeId: res.locals.me.officeId };
    if (format === 'pdf')
      return void sendPdf(res, await drawn({ db, renderer }, filter), `GY-${asked.from}-${asked.to}`);
    const page = await listManualDecisions(db, filter, {
      limit,
      ...(key && { after: { at: key[0]!, key: key[1]! } }),
    });
    res.json({ ...page, next: page.next && encodeCursor([page.next.at, page.next.key]) });
  };

/** Printed anew each time, and kept nowhere. */
async function drawn({ db, renderer }: Dependencies, filter: DecisionFilter): Promise<Uint8Array> {
  const { bytes } = await draw(renderer, {
    kind: 'manualDecisions',
    data: await readDecisionList(db, filter),
    words: {},
    office: await readOfficeHead(db, filter.officeId),
    issued: {
      number: `GY${filter.from.replaceAll('-', '')}-${filter.to.replaceAll('-', '')}`,
      day: (await readNow(db)).today,
      version: 1,
      check: null,
      preview: false,
    },
  });
  return bytes;
}
