/** Letters by waybill, state or silence; and the numbers whose scans wait for a letter. */
import { Router } from 'express';
import { listLetterPage, type LetterFilter } from '../../db/letters/pages.ts';
import { listParked } from '../../db/letters/parked-scans.ts';
import { cursorParts, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^.{0,40}$/u;

export const lettersRoutes = (deps: Dependencies): Router => Router().get('/letters', list(deps));

/** Letters first, then the numbers without a letter; a cursor of one part says that these have begun. */
const list =
  ({ db }: Dependencies): Handler<'listLetters'> =>
  async (req, res) => {
    const { cursor, limit = 50, parked, ...asked } = req.query;
    const filter = { ...asked, officeId: res.locals.me.officeId };
    if (parked || cursorParts(cursor) === 1) {
      const after = decodeCursor(cursor, [NUMBER])?.[0];
      res.json(await parkedPage(db, filter, { limit, ...(after && { after }) }));
      return;
    }
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { postedOn: key[0]!, id: key[1]! };
    const page = await listLetterPage(db, filter, { limit, ...(after && { after }) });
    const letters = page.items.map((letter) => ({ ...letter, parked: false }));
    if (page.next) {
      res.json({ items: letters, next: encodeCursor([page.next.postedOn, page.next.id]) });
      return;
    }
    // Who asks for a number or for silence wants all that is known, also before a letter is recorded.
    const more = filter.waybill !== undefined || filter.silent === true;
    const rest = more ? await parkedPage(db, filter, { limit: limit - letters.length }) : { items: [], next: null };
    res.json({ items: [...letters, ...rest.items], next: rest.next });
  };

/** A page may be shorter than its limit: what the scans amount to is known only when they are read. */
async function parkedPage(
  db: Dependencies['db'],
  { officeId, waybill, state, silent }: LetterFilter,
  { after, limit }: { after?: string; limit: number },
) {
  const rows = await listParked(db, {
    officeId,
    limit: limit + 1,
    ...(waybill && { waybill }),
    ...(after && { after }),
  });
  const kept = rows.slice(0, limit);
  const items = kept.filter((row) => row.state === (state ?? row.state) && row.silent === (silent ?? row.silent));
  return { items, next: rows.length > limit ? encodeCursor([kept.at(-1)?.waybill ?? after ?? '']) : null };
}
