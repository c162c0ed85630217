import { sql, type Insertable, type Selectable } from 'kysely';
import type { Json } from '../database.generated.ts';
import type { Database, Db } from './connection.ts';

type JsonColumn<Row> = { [Column in keyof Row]: Json extends Row[Column] ? Column : never }[keyof Row];
type JsonColumns = {
  readonly [Table in keyof Database as JsonColumn<Selectable<Database[Table]>> extends never ? never : Table]: Readonly<
    Record<JsonColumn<Selectable<Database[Table]>>, true>
  >;
};

/** Columns of type jsonb, whose rows hold them as text already: as the schema has them, or this does not compile. */
const JSON_COLUMNS: JsonColumns = {
  approvals: { proposal: true, seen: true, changes: true, changed: true },
  bank_layouts: { columns: true },
  contact_topics: { words: true },
  core_differences: { about: true },
  calendar_changes: { before: true, after: true },
  credits: { explanation: true },
  document_templates: { words: true },
  events: { payload: true },
  import_lines: { warnings: true },
  imports: { file_warnings: true },
  info_forms: { flags: true },
  invariant_checks: { findings: true, figures: true },
  office_events: { payload: true },
  monthly_sheets: { figures: true },
  outbox: { payload: true },
  refusals: { answers: true },
  regional_rules: { value: true },
  repairs: { result: true },
  rules: { value: true },
  steps: { due_explained: true },
  tasks: { about: true },
  upkeep_runs: { found: true },
};

/**
 * Inserts any number of rows of the same shape. They travel as one parameter: a placeholder for each value costs more, here
 * and in PostgreSQL's parser, than the insert itself.
 */
export async function insertMany<T extends keyof Database>(
  tx: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const json: Readonly<Record<string, true>> = table in JSON_COLUMNS ? JSON_COLUMNS[table as keyof JsonColumns] : {};
  const texts = rows.map((row) => asJson(columns, row as Readonly<Record<string, unknown>>, json));
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${`[${texts.join(',')}]`}::json)`.execute(
    tx,
  );
}

function asJson(
  columns: readonly string[],
  row: Readonly<Record<string, unknown>>,
  json: Readonly<Record<string, true>>,
): string {
  return `{${columns.map((column) => `"${column}":${valueOf(row[column], column in json)}`).join(',')}}`;
}

function valueOf(value: unknown, isJsonText: boolean): string {
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  if (typeof value === 'string' && isJsonText) return value;
  return JSON.stringify(value ?? null);
}
