/** What a screen asks of a ledger of many years walks along indexes, and no page counts the rows before it. */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { listCredits } from '../../db/credits/list.ts';
import { listEvents } from '../../db/reading/history.ts';
import { listLetterPage } from '../../db/letters/pages.ts';
import { readCompletion } from '../../db/metrics/completion.ts';
import { listBucket } from '../../db/metrics/completion-cases.ts';
import { readOpenWork } from '../../db/metrics/open-work.ts';
import { readOperations } from '../../db/metrics/operations.ts';
import { countFigures } from '../../db/metrics/count-figures.ts';
import { MAIN_FIGURES } from '../../db/metrics/main-figures.ts';
import { readStepTimes } from '../../db/metrics/step-times.ts';
import { openTransfersPage } from '../../db/upkeep/open-transfers.ts';
import { readProgress } from '../../db/reading/progress.ts';
import { searchTransfers } from '../../db/reading/search.ts';
import { transfersBetweenSteps } from '../../db/upkeep/between-steps.ts';
import { listTasks } from '../../db/reading/task-list.ts';
import { readTransferDetail } from '../../db/reading/transfer-detail.ts';
import type { TransferFilter } from '../../db/reading/transfer-keys.ts';
import { listTransfers } from '../../db/reading/transfer-list.ts';
import type { SearchTerm } from '../../domain/persons/search-terms.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { eventually } from '../../test/support/eventually.ts';
import { statementsOf, type Statement } from '../measuring/captured.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { generate } from './generate.ts';
import { throwAwayKeyring } from './keyring.ts';

const officeId = 'generated';
const page = { limit: 50 };
const week = { officeId, from: '2024-05-06', to: '2024-05-10' };
const inWeek = { ...week, asOf: '2026-01-31', direction: 'in' } as const;

const keyring = throwAwayKeyring();
let fresh: FreshDatabase;
let some: { id: string; steward_id: string; owner_id: string; case_no: string; area_code: string };
let large: string[];
beforeAll(async () => {
  fresh = await freshDatabase();
  const database = sql.ref(new URL(fresh.url).pathname.slice(1));
  // Foreign keys asleep: the generated office is proved sound in generate.test.ts.
  await sql`alter database ${database} set session_replication_role = replica`.execute(fresh.db);
  // A small table is cheaper to read whole than fifty of its pages here and there; a large one never is.
  await sql`alter database ${database} set random_page_cost = 1.1`.execute(fresh.db);
  await generate({ databaseUrl: fresh.url, keyring, transfers: 6_000, open: 300, history: true });
  // Plans that read an index alone count on it; an analyze of PostgreSQL's own keeps the vacuum of that moment from marking pages.
  await eventually(allVisible);
  [some] = (await ask<typeof some>(
    fresh.url,
    `select transfers.id, steward_id, owner_id, case_no, area_code from transfers join steps on steps.transfer_id = transfers.id
      join cases on cases.id = case_id join counterparts on counterparts.id = transfers.counterpart_id
      where steps.closed_at is null limit 1`,
  )) as [typeof some];
  large = (await ask<{ name: string }>(fresh.url, 'select relname as name from pg_class where reltuples >= 3000')).map(
    ({ name }) => name,
  );
}, 300_000);
afterAll(() => fresh.drop());

async function allVisible(): Promise<boolean> {
  await ask(fresh.url, 'vacuum');
  const [row] = await ask<{ visible: boolean }>(
    fresh.url,
    `select bool_and(relallvisible >= relpages) as visible from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= 3000`,
  );
  return row!.visible;
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Large tables that one of the statements reads from end to end. */
async function readWhole(work: (db: Db) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const statement of await statementsOf(fresh.url, work)) {
    expect(statement.sql).not.toMatch(/\boffset\b/i);
    if (/^\s*(select|with)\b/i.test(statement.sql)) found.push(...scanned(await planOf(statement)));
  }
  return found;
}

async function planOf({ sql: text, parameters }: Statement): Promise<Plan> {
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, [
      ...parameters,
    ]);
    return rows[0]!['QUERY PLAN'][0].Plan;
  } finally {
    await client.end();
  }
}

function scanned(plan: Plan): string[] {
  const here =
    plan['Node Type'] === 'Seq Scan' && large.includes(plan['Relation Name']!) ? [plan['Relation Name']!] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(scanned)];
}

test('the ledger is large enough to tell, and what reads all of it is seen', async () => {
  expect(large).toEqual(
    expect.arrayContaining(['transfers', 'cases', 'persons', 'steps', 'events', 'attempts', 'letters']),
  );
  expect(await readWhole((db) => db.selectFrom('events').select('payload').execute())).toEqual(['events']);
});

const someone = () => ({
  everything: {},
  owner: { ownerId: some.owner_id },
  steward: { stewardId: some.steward_id },
  counterpart: { counterpartAreaCode: some.area_code },
  step: { step: 'booking' },
  overdue: { overdue: true },
  'days until due': { dueBefore: '2016-06-01' },
});

test.each(['open', 'closed', 'all'] as const)('lists of %s transfers', async (state) => {
  const wrong: unknown[] = [];
  for (const [name, filter] of Object.entries<Partial<TransferFilter>>(someone())) {
    const first = { ...filter, officeId, state };
    const after = { order: state === 'open' ? 'due' : 'accepted', at: '2026-06-01 00:00:00+08', id: some.id } as const;
    const tables = await readWhole(async (db) => {
      await listTransfers(db, keyring, first, page);
      await listTransfers(db, keyring, first, { ...page, after });
    });
    if (tables.length > 0) wrong.push([name, tables]);
  }
  expect(wrong).toEqual([]);
});

test.each<[SearchTerm['field'], string]>([
  ['caseNo', 'IN20240500000001'],
  ['idNumber', '110101199001011237'],
  ['name', '王伟'],
  ['mobile', '13800138000'],
  ['letterNo', 'LX1-1'],
  ['waybill', '1000000000009'],
  ['statusCode', '0123456789ABC'],
  ['caseNoEnd', '00042'],
  ['idLastFour', '1234'],
  ['phoneLastFour', '1234'],
  ['bankSerial', 'B1000000000009'],
])('a search by %s', async (field, value) => {
  expect(await readWhole((db) => searchTransfers(db, keyring, officeId, [[{ field, value }]]))).toEqual([]);
});

test.each<[string, (db: Db) => Promise<unknown>]>([
  ['a transfer', (db) => readTransferDetail(db, keyring, some.id, { id: some.owner_id, officeId, roles: [] })],
  ['its way', (db) => readProgress(db, officeId, some.id)],
  ['its history', (db) => listEvents(db, keyring, some.id, { after: 0, limit: 50 })],
  ['tasks of a colleague', (db) => listTasks(db, { officeId, ownerId: some.owner_id, state: 'open' }, page)],
  ['letters', (db) => listLetterPage(db, keyring, { officeId }, page)],
  ['money received', (db) => listCredits(db, keyring, { officeId }, page)],
  ['money of one bank number', (db) => listCredits(db, keyring, { officeId, serial: 'G1' }, page)],
  ['what is open', (db) => readOpenWork(db, officeId)],
  ['what should be zero', (db) => readOperations(db, officeId)],
  ['completion of a week', (db) => readCompletion(db, inWeek)],
  ['completion of a week, out', (db) => readCompletion(db, { ...inWeek, direction: 'out' })],
  ['the cases behind a number', (db) => listBucket(db, inWeek, 'closedAt1', page)],
  ['the six numbers of a week', (db) => countFigures(db, week, MAIN_FIGURES)],
  ['how long the steps of a week took', (db) => readStepTimes(db, week)],
  ['what the reconciler looks at', (db) => openTransfersPage(db, null, 100)],
  ['what stands between steps', (db) => transfersBetweenSteps(db, { evenStuck: false })],
])('%s', async (_name, work) => {
  expect(await readWhole(work)).toEqual([]);
});
