/** What the cases of a cohort can be told apart by. */
import { sql, type RawBuilder } from 'kysely';
import { isCategoryMark } from '../../domain/category-marks.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { standingsOf, type DirectedQuestion } from './standings.ts';

export type Grouping = 'counterpart' | 'scheme' | 'category' | 'procedureType';

/** Of cases of which nothing is said, and of a category in words that nobody has agreed on: those stay sealed. */
export const [NOTHING_SAID, OTHER_WORDS] = ['none', 'other'];

/**
 * A `with` entry `grouped (case_id, key, name)` behind `standings`. A case with several marks of category stands in several groups; of the
 * other groupings each case is in one.
 */
export async function groupedBy(
  db: Db,
  keyring: Keyring,
  question: DirectedQuestion,
  by: Grouping,
): Promise<RawBuilder<unknown>> {
  if (by === 'category') return byCategory(await readMarks(db, keyring, question));
  const { key, name } = PLAIN[by];
  return sql`grouped as (
    select standings.case_id, ${key} as key, ${name} as name
    from standings
    join transfers on transfers.id = standings.transfer_id
    join cases on cases.id = standings.case_id
    join counterparts on counterparts.id = transfers.counterpart_id
  )`;
}

const PLAIN = {
  counterpart: { key: sql`counterparts.area_code`, name: sql`counterparts.name` },
  scheme: { key: sql`coalesce(nullif(cases.scheme, ''), ${sql.lit(NOTHING_SAID)})`, name: sql`null::text` },
  procedureType: { key: sql`transfers.procedure_type`, name: sql`null::text` },
} as const;

interface Marked {
  readonly caseId: string;
  readonly mark: string;
}

const byCategory = (marked: readonly Marked[]) => sql`grouped as (
  select standings.case_id, coalesce(marked.mark, ${sql.lit(NOTHING_SAID)}) as key, null::text as name
  from standings
  left join unnest(${marked.map(({ caseId }) => caseId)}::uuid[], ${marked.map(({ mark }) => mark)}::text[]) as marked (case_id, mark)
    on marked.case_id = standings.case_id
)`;

/** Categories are kept sealed: they are opened here, and only the agreed marks leave. */
async function readMarks(db: Db, keyring: Keyring, question: DirectedQuestion): Promise<Marked[]> {
  const { rows } = await sql<{ case_id: string; category: string; category_id: string | null; sealed: Buffer | null }>`
    with ${await standingsOf(db, question)}
    select cases.id as case_id, cases.category, cases.category_id, ${keptText('cases.category_id')} as sealed
    from standings
    join cases on cases.id = standings.case_id
    where cases.category_id is not null or cases.category <> ''`.execute(db);
  return rows.flatMap(({ case_id: caseId, category, category_id: id, sealed }) => {
    const words = openKept(keyring, id, sealed, category)
      .split(/\s+/)
      .filter((word) => word !== '');
    const marks = new Set(words.map((word) => (isCategoryMark(word) ? word : OTHER_WORDS)));
    return [...marks].map((mark) => ({ caseId, mark }));
  });
}
