import { sql, type Insertable } from 'kysely';
import type { Database, Tx } from './connection.ts';

/** Columns of type jsonb, whose rows hold them as text already. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['payload', 'due_explained', 'explanation', 'flags', 'warnings']);

/**
 * Inserts any number of rows of the same shape. They travel as one parameter: a placeholder for each value costs more, here
 * and in PostgreSQL's parser, than the insert itself.
 */
export async function insertMany<T extends keyof Database>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const texts = rows.map((row) => asJson(columns, row as Readonly<Record<string, unknown>>));
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${`[${texts.join(',')}]`}::json)`.execute(
    tx,
  );
}

function asJson(columns: readonly string[], row: Readonly<Record<string, unknown>>): string {
  return `{${columns.map((column) => `"${column}":${valueOf(column, row[column])}`).join(',')}}`;
}

function valueOf(column: string, value: unknown): string {
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  if (typeof value === 'string' && JSON_COLUMNS.has(column)) return value;
  return JSON.stringify(value ?? null);
}
