/** Letters by waybill, state or silence; and the numbers whose scans wait for a letter. */
import { Router } from 'express';
import { listLetterPage } from '../../db/letters/pages.ts';
import { listParked } from '../../db/letters/parked-scans.ts';
import { decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^.{1,40}$/u;

export const lettersRoutes = (deps: Dependencies): Router => Router().get('/letters', list(deps));

const list =
  (deps: Dependencies): Handler<'listLetters'> =>
  async (req, res, next) => {
    if (req.query.parked) return parked(deps)(req, res, next);
    const { cursor, limit = 50, parked: _, ...filter } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { postedOn: key[0]!, id: key[1]! };
    const { officeId } = res.locals.me;
    const page = await listLetterPage(deps.db, { ...filter, officeId }, { limit, ...(after && { after }) });
    const letters = page.items.map((letter) => ({ ...letter, parked: false }));
    // Who asks for a number wants all that is known of it, also before its letter is recorded.
    const waiting =
      filter.waybill && !cursor ? await listParked(deps.db, { officeId, waybill: filter.waybill, limit: 1 }) : [];
    const fitting = waiting.filter(
      ({ state, silent }) => state === (filter.state ?? state) && silent === (filter.silent ?? silent),
    );
    res.json({ items: [...letters, ...fitting], next: page.next && encodeCursor([page.next.postedOn, page.next.id]) });
  };

const parked =
  ({ db }: Dependencies): Handler<'listLetters'> =>
  async (req, res) => {
    const { cursor, limit = 50, waybill } = req.query;
    const after = decodeCursor(cursor, [NUMBER])?.[0];
    const { officeId } = res.locals.me;
    const rows = await listParked(db, {
      officeId,
      limit: limit + 1,
      ...(waybill && { waybill }),
      ...(after && { after }),
    });
    const items = rows.slice(0, limit);
    res.json({ items, next: rows.length > limit ? encodeCursor([items.at(-1)!.waybill]) : null });
  };
