import { sql } from 'kysely';
import type { Db } from '../../../db/connection/connection.ts';

/** Values that the checks of single columns allow, by `table.column`: every vocabulary that the database closes. */
export async function checkedVocabularies(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ column: string; definition: string }>`
    select c.conrelid::regclass::text || '.' || a.attname as column, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and c.connamespace = 'public'::regnamespace and array_length(c.conkey, 1) = 1
      and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%'
  `.execute(db);
  return new Map(
    rows.map(({ column, definition }) => [column, [...definition.matchAll(/'([^']+)'::text/g)].map((m) => m[1] ?? '')]),
  );
}

/** With which outcomes the database lets a step of a procedure close, by `procedure step`. */
export async function legalOutcomes(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('procedure_outcomes').select(['procedure', 'step', 'outcome']).execute();
  const legal = new Map<string, string[]>();
  for (const { procedure, step, outcome } of rows) {
    const name = `${procedure} ${step}`;
    legal.set(name, [legal.get(name) ?? [], outcome].flat());
  }
  return legal;
}

export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely\\_%'
  `.execute(db);
  return rows.map((row) => row.name);
}
