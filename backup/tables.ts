/** What of a ledger is copied: every table but the migrations' own, each after those it refers to. */
import type pg from 'pg';

export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** By the primary key, with an order of texts that no locale changes: equal rows make equal bytes. */
  readonly orderBy: string;
}

/** The schema comes from the migrations; what they keep of themselves comes with it. Rules that are copied get a revision of their own. */
const NOT_COPIED = [
  'kysely_migration',
  'kysely_migration_lock',
  'migration_checksums',
  'rules_revision',
  'roster_revision',
];

interface TableRow {
  name: string;
  columns: string[];
  keys: { name: string; isText: boolean }[];
  refers: string[];
}

export async function copiedTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<TableRow>(
    `
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'isText', a.attcollation <> 0) order by k.no)
        from pg_index i, unnest(i.indkey::int2[]) with ordinality as k(attnum, no), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as keys,
      coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as refers
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
    order by c.relname`,
    [NOT_COPIED],
  );
  return afterTheirReferences(rows).map(({ name, columns, keys }) => ({
    name,
    columns,
    orderBy: keys.map((key) => `${quoted(key.name)}${key.isText ? ' collate "C"' : ''}`).join(', '),
  }));
}

function afterTheirReferences(rows: readonly TableRow[]): TableRow[] {
  const waiting = [...rows];
  const done = new Set<string>();
  const ordered: TableRow[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ refers }) => refers.every((name) => done.has(name)));
    if (at < 0)
      throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    const [next] = waiting.splice(at, 1);
    done.add(next!.name);
    ordered.push(next!);
  }
  return ordered;
}

/** What identity columns would give out next, by `table.column`. */
export async function readIdentities(client: pg.ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ column: string; sequence: string }>(`
    select a.attrelid::regclass || '.' || a.attname as column,
      pg_get_serial_sequence(a.attrelid::regclass::text, a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''
    order by 1`);
  const next: Record<string, number> = {};
  for (const { column, sequence } of rows) {
    const { rows: state } = await client.query<{ next: string }>(
      `select last_value + is_called::integer as next from ${sequence}`,
    );
    next[column] = Number(state[0]!.next);
  }
  return next;
}

export async function setIdentities(client: pg.ClientBase, next: Record<string, number>): Promise<void> {
  for (const [name, value] of Object.entries(next)) {
    const [table = '', column = ''] = name.split('.');
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3, false)', [table, column, value]);
  }
}

/** Of our own catalogue: lower case, digits and underscores. */
export const quoted = (name: string): string => `"${name}"`;
