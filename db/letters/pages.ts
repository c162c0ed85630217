/** Letters of the office, the last posted first. */
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { selectLetters, withScans } from './list.ts';
import { quietToday, silentSince } from './silent.ts';

export interface LetterFilter {
  readonly officeId: string;
  readonly waybill?: string;
  readonly state?: string;
  /** True: under way by post, and no scan for as many working days as the dated rule says. */
  readonly silent?: boolean;
}

/** The last row of the page before. */
export interface LetterKey {
  readonly postedOn: string;
  readonly id: string;
}

export async function listLetterPage(db: Db, filter: LetterFilter, page: { after?: LetterKey; limit: number }) {
  const silent = filter.silent === undefined ? undefined : silentSince(await quietToday(db));
  const rows = await selectLetters(db)
    .where('l.office_id', '=', filter.officeId)
    .$if(filter.waybill !== undefined, (query) => query.where('l.waybill', '=', filter.waybill!))
    .$if(filter.state !== undefined, (query) => query.where('l.state', '=', filter.state!))
    .$if(silent !== undefined, (query) => query.where(filter.silent ? silent! : sql<SqlBool>`not (${silent!})`))
    .$if(page.after !== undefined, (query) =>
      query.where(sql<SqlBool>`(l.posted_on, l.id) < (${page.after!.postedOn}::date, ${page.after!.id}::uuid)`),
    )
    .orderBy('l.posted_on', 'desc')
    .orderBy('l.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const items = await withScans(db, rows.slice(0, page.limit));
  const last = items.at(-1);
  const next: LetterKey | null = rows.length > page.limit && last ? { postedOn: last.postedOn, id: last.id } : null;
  return { items, next };
}
