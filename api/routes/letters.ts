/** Letters by waybill, state, day, silence or what they wait for; and the numbers whose scans wait for a letter. */
import { Router } from 'express';
import { countLetters, listLetterPage, type LetterFilter } from '../../db/letters/pages.ts';
import { listParked } from '../../db/letters/parked-scans.ts';
import { standingsOf } from '../../db/reading/where-it-stands.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { cursorParts, DAY, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, Locals } from '../handling/handler.ts';
import { lettersCsv } from '../handling/letters-csv.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'lookUps'>;

const NUMBER = /^.{0,40}$/u;

export const lettersRoutes = (deps: Dependencies): Router => Router().get('/letters', list(deps));

/** Letters first, then the numbers without a letter; a cursor of one part says that these have begun. */
const list =
  (deps: Dependencies): Handler<'listLetters'> =>
  async (req, res) => {
    const { cursor, limit = 50, parked, format, ...asked } = req.query;
    const { me } = res.locals;
    const filter = { ...asked, officeId: me.officeId };
    if (format === 'csv') {
      const table = await tableOfDay(deps, filter, me);
      return void res
        .attachment(`letters-${asked.postedOn!}.csv`)
        .type('text/csv')
        .send(table as never);
    }
    if (parked || cursorParts(cursor) === 1) {
      const after = decodeCursor(cursor, [NUMBER])?.[0];
      return void res.json(await parkedPage(deps, filter, { limit, ...(after && { after }) }));
    }
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { postedOn: key[0]!, id: key[1]! };
    const page = await listLetterPage(deps.db, deps.keyring, filter, { limit, ...(after && { after }) });
    const letters = await withStandings(deps, page.items);
    const count = filter.awaits && { count: await countLetters(deps.db, filter) };
    if (page.next) {
      return void res.json({ items: letters, next: encodeCursor([page.next.postedOn, page.next.id]), ...count });
    }
    // Who asks for a number or for silence wants all that is known, also before a letter is recorded.
    const more = mayBeParked(filter) && (filter.waybill !== undefined || filter.silent === true);
    const rest = more ? await parkedPage(deps, filter, { limit: limit - letters.length }) : { items: [], next: null };
    res.json({ items: [...letters, ...rest.items], next: rest.next, ...count });
  };

/** What only a letter can be. */
const mayBeParked = ({ awaits, postedOn, channel }: LetterFilter): boolean =>
  awaits === undefined && postedOn === undefined && channel !== 'platform';

type Letters = Awaited<ReturnType<typeof listLetterPage>>['items'];

async function withStandings({ db }: Dependencies, letters: Letters) {
  const ids = letters.map(({ transferId }) => transferId);
  const standings = await standingsOf(db, ids);
  return letters.map((letter) => ({
    ...letter,
    parked: false,
    counterpart: standings.get(letter.transferId)?.counterpart ?? null,
    openStep: standings.get(letter.transferId)?.openStep ?? null,
  }));
}

/** It is no answer that the read log sees, so it is noted here. */
async function tableOfDay(deps: Dependencies, filter: LetterFilter, me: Locals['me']): Promise<string> {
  if (filter.postedOn === undefined)
    refuseDefects([{ field: 'postedOn', code: 'missing', message: 'As CSV the letters of one day come; say which.' }]);
  const { items } = await listLetterPage(deps.db, deps.keyring, filter, {});
  const transferIds = [...new Set(items.map(({ transferId }) => transferId))];
  if (transferIds.length > 0)
    deps.lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'letters', transferIds });
  return lettersCsv(await withStandings(deps, items));
}

/** A page may be shorter than its limit: what the scans amount to is known only when they are read. */
async function parkedPage(
  { db, keyring }: Dependencies,
  { officeId, waybill, state, silent }: LetterFilter,
  { after, limit }: { after?: string; limit: number },
) {
  const rows = await listParked(db, keyring, {
    officeId,
    limit: limit + 1,
    ...(waybill && { waybill }),
    ...(after && { after }),
  });
  const kept = rows.slice(0, limit);
  const items = kept
    .filter((row) => row.state === (state ?? row.state) && row.silent === (silent ?? row.silent))
    .map((row) => ({ ...row, counterpart: null, openStep: null }));
  return { items, next: rows.length > limit ? encodeCursor([kept.at(-1)?.waybill ?? after ?? '']) : null };
}
