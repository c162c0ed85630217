/** Letters of the office, the last posted first; those that are awaited the other way round: the longest wait comes first. */
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { awaiting, type Awaits } from './awaited.ts';
import { selectLetters, withScans } from './list.ts';
import { lettersQuietToday, silentSince } from './silent.ts';

export interface LetterFilter {
  readonly officeId: string;
  readonly waybill?: string | undefined;
  readonly state?: string | undefined;
  readonly channel?: string | undefined;
  readonly postedOn?: string | undefined;
  /** True: under way by post, and no scan for as many working days as the dated rule says. */
  readonly silent?: boolean | undefined;
  readonly awaits?: Awaits | undefined;
}

/** The last row of the page before. */
export interface LetterKey {
  readonly postedOn: string;
  readonly id: string;
}

/** Without a limit all of them. */
export async function listLetterPage(
  db: Db,
  keyring: Keyring,
  filter: LetterFilter,
  { after, limit }: { readonly after?: LetterKey; readonly limit?: number },
) {
  const direction = filter.awaits === undefined ? 'desc' : 'asc';
  const beyond = sql.raw(direction === 'desc' ? '<' : '>');
  const rows = await (
    await selectFiltered(db, filter)
  )
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(l.posted_on, l.id) ${beyond} (${after!.postedOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy('l.posted_on', direction)
    .orderBy('l.id', direction)
    .$if(limit !== undefined, (query) => query.limit(limit! + 1))
    .execute();
  const items = await withScans(db, keyring, limit === undefined ? rows : rows.slice(0, limit));
  const last = items.at(-1);
  const next: LetterKey | null = rows.length > items.length && last ? { postedOn: last.postedOn, id: last.id } : null;
  return { items, next };
}

export async function countLetters(db: Db, filter: LetterFilter): Promise<number> {
  const { count } = await db
    .selectFrom((await selectFiltered(db, filter)).as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function selectFiltered(db: Db, filter: LetterFilter) {
  const { officeId, waybill, state, channel, postedOn, awaits } = filter;
  const silent = filter.silent === undefined ? undefined : silentSince(await lettersQuietToday(db));
  return selectLetters(db)
    .where('l.office_id', '=', officeId)
    .$if(waybill !== undefined, (query) => query.where('l.waybill', '=', waybill!))
    .$if(state !== undefined, (query) => query.where('l.state', '=', state!))
    .$if(channel !== undefined, (query) => query.where('l.channel', '=', channel!))
    .$if(postedOn !== undefined, (query) => query.where('l.posted_on', '=', postedOn!))
    .$if(silent !== undefined, (query) => query.where(filter.silent ? silent! : sql<SqlBool>`not (${silent!})`))
    .$if(awaits !== undefined, (query) => query.where(awaiting(officeId, awaits!)));
}
