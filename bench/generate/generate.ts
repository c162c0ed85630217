/** Fills a migrated database with transfers of ten years: an office in which nothing is missing but the years of work. */
import pg from 'pg';
import type { Keyring } from '../../db/connection/sealing.ts';
import { CURRENT_ROWS } from './current-rows.ts';
import { planChunk, prepareStories, type Chunk } from './drawn-plan.ts';
import { HISTORY_ROWS } from './history-rows.ts';
import { prepareNames, prepareOffice } from './people-and-places.ts';
import { putBack, setAside } from './set-aside.ts';

export interface GenerateOptions {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly transfers: number;
  /** How many of them are open, each in some step with its owner and due date. */
  readonly open: number;
  /** False: only what stands in one row per transfer, and the open steps; no events. */
  readonly history: boolean;
  readonly say?: (sentence: string) => void;
}

/** From here on building indexes afterwards is faster than keeping them. */
const LARGE = 50_000;
const CHUNK = 100_000;

export async function generate(options: GenerateOptions): Promise<void> {
  const { databaseUrl, keyring, transfers, say = () => {} } = options;
  const isLarge = transfers > LARGE;
  const clients = await Promise.all(Array.from({ length: isLarge ? 2 : 1 }, () => connected(databaseUrl)));
  const [first] = clients as [pg.Client, ...pg.Client[]];
  try {
    await prepareOffice(first, keyring);
    for (const client of clients) {
      if (client !== first) await prepareNames(client, keyring);
      await prepareStories(client);
      // Foreign keys and sums are proved by the small office, whose triggers are awake.
      if (isLarge) await client.query('set session_replication_role = replica');
    }
    const aside = isLarge ? await setAside(first) : undefined;
    const chunks = chunksOf(options);
    await Promise.all(clients.map((client) => fillChunks(client, chunks, options)));
    say('indexes');
    if (aside) await putBack(aside, clients);
    await first.query('vacuum analyze');
  } finally {
    for (const client of clients) await client.end();
  }
}

function chunksOf({ transfers, open }: GenerateOptions): Chunk[] {
  return Array.from({ length: Math.ceil(transfers / CHUNK) }, (_, index) => ({
    from: index * CHUNK + 1,
    to: Math.min((index + 1) * CHUNK, transfers),
    transfers,
    open,
  }));
}

async function fillChunks(client: pg.Client, chunks: Chunk[], { history, say = () => {} }: GenerateOptions) {
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    await planChunk(client, chunk);
    await client.query('begin');
    for (const statement of [...CURRENT_ROWS, ...(history ? HISTORY_ROWS : [])]) await client.query(statement);
    await client.query('commit');
    say(`${String(chunk.to)} of ${String(chunk.transfers)} transfers`);
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'baton-generate' });
  await client.connect();
  // The plan is joined by small tables only, and sorted once.
  await client.query(`set work_mem = '256MB'; set synchronous_commit = off; set jit = off`);
  return client;
}
