/** Takes indexes and constraints of the filled tables away for the filling, and builds them again afterwards, two at a time. */
import type pg from 'pg';

export const FILLED = [
  'persons',
  'person_hashes',
  'cases',
  'transfers',
  'transfers_out',
  'steps',
  'responsibilities',
  'events',
  'attempts',
  'letters',
  'info_forms',
  'credits',
  'credit_parts',
  'bookings',
  'notice_decisions',
  'notices',
] as const;

export interface SetAside {
  /** Indexes and keys: independent of each other. */
  readonly keys: readonly string[];
  /** Need the keys. */
  readonly references: readonly string[];
}

interface Row {
  drop: string;
  add: string;
}

export async function setAside(client: pg.Client): Promise<SetAside> {
  const constraints = async (type: string): Promise<Row[]> => {
    const { rows } = await client.query<Row>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
      from pg_constraint
      where contype = any(string_to_array($2, null)) and (conrelid = any($1::text[]::regclass[]) or confrelid = any($1::text[]::regclass[]))`,
      [FILLED, type],
    );
    return rows;
  };
  const references = await constraints('f');
  for (const { drop } of references) await client.query(drop);
  const keys = await constraints('pu');
  for (const { drop } of keys) await client.query(drop);
  const { rows: indexes } = await client.query<Row>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
      from pg_index where indrelid = any($1::text[]::regclass[])`,
    [FILLED],
  );
  for (const { drop } of indexes) await client.query(drop);
  return {
    keys: [...keys, ...indexes].map(({ add }) => add),
    // Rows to come are checked; those there follow from the same plan, and the small office of the test proves it.
    references: references.map(({ add }) => `${add} not valid`),
  };
}

export async function putBack({ keys, references }: SetAside, clients: readonly pg.Client[]): Promise<void> {
  const waiting = [...keys];
  await Promise.all(
    clients.map(async (client) => {
      await client.query(`set maintenance_work_mem = '512MB'`);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await client.query(next);
    }),
  );
  for (const reference of references) await clients[0]!.query(reference);
}
