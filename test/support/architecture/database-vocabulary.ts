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

/** Does the database let a step of this name close with this outcome? Asks the check itself. */
export async function legalOutcomes(
  db: Db,
  steps: readonly string[],
  outcomes: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows: checks } = await sql<{ expression: string }>`
    select pg_get_expr(conbin, conrelid) as expression from pg_constraint where conname = 'steps_outcome_legal'
  `.execute(db);
  const expression = checks[0]?.expression;
  if (expression === undefined) throw new Error('the database has no check steps_outcome_legal');
  const { rows } = await sql<{ step: string; outcome: string }>`
    select step, outcome
    from unnest(${sql.val([...steps])}::text[]) as step, unnest(${sql.val([...outcomes])}::text[]) as outcome
    where ${sql.raw(expression)}
  `.execute(db);
  return new Map(steps.map((step) => [step, rows.filter((row) => row.step === step).map((row) => row.outcome)]));
}

export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely\\_%'
  `.execute(db);
  return rows.map((row) => row.name);
}
