/** Several numbers of the volume at once: each source of rows is read once, for all that it gives. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { corrections } from './as-known.ts';
import { figureOf, SOURCES, spanOf, type VolumeFigure, type VolumeSpan } from './volume-figures.ts';

export type Numbers<Name extends VolumeFigure> = Readonly<Record<Name, number>>;

export async function countFigures<Name extends VolumeFigure>(
  db: Db,
  span: VolumeSpan,
  names: readonly Name[],
): Promise<Numbers<Name>> {
  const sources = [...new Set(names.map((name) => figureOf(name).of))];
  const counted = sources.map((source) => {
    const numbers = names.filter((name) => figureOf(name).of === source).map(numberOf);
    return sql`${sql.id(source)} as (select ${sql.join(numbers)} from (${SOURCES[source](spanOf(span))}) as counted)`;
  });
  const { rows } = await sql<Numbers<Name>>`
    with ${corrections(span)}, ${sql.join(counted)}
    select * from ${sql.join(sources.map((source) => sql.id(source)))}`.execute(db);
  return rows[0]!;
}

function numberOf(name: VolumeFigure) {
  const { where = 'true', isFen } = figureOf(name);
  const number = isFen ? sql`coalesce(sum(amount_fen), 0)::bigint` : sql`count(*) filter (where ${sql.raw(where)})`;
  return sql`${number} as ${sql.id(name)}`;
}
