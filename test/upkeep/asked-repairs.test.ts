/** Each repair of the console, done by a worker: its effect, and what the history says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForRepair } from '../../db/upkeep/repairs.ts';
import { REPAIR_KINDS, type RepairKind } from '../../domain/upkeep.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import { startRepairs, startUpkeep } from '../../upkeep/jobs.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { runOffice, silentEvents, type RunningOffice } from '../support/running-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-asked-repairs-'));
const NEVER_MS = 2 ** 30;
let fresh: FreshDatabase;
let office: TestOffice;
let temporal: RunningTemporal;
let running: RunningOffice;
let jobs: { stop(): Promise<void> }[];
let violations: () => Promise<number> = () => Promise.resolve(4);

beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  const { path } = await obtainTemporal();
  temporal = await startTemporal({ executable: path, dbFile: join(folder, 'temporal.db') });
  running = await runOffice(fresh.url, temporal.address);
  const logger = pino({ level: 'silent' });
  const { db, client } = running;
  // Nothing is compared by itself but the first round, which is over before anything is broken.
  const repairs = { db, client, events: silentEvents, logger, checkInvariants: () => violations() };
  jobs = [startUpkeep({ db, logger }, NEVER_MS), startRepairs(repairs, NEVER_MS)];
  await eventually(async () => (await runOf('reconcile')) !== undefined, { withinMs: 30_000 });
}, 90_000);
afterAll(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  await running.stop();
  await temporal.stop();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const runOf = (job: string) => fresh.db.selectFrom('upkeep_runs').selectAll().where('job', '=', job).executeTakeFirst();

/** Asks, and waits until a worker has done it. */
async function done(kind: RepairKind): Promise<{ result: unknown; failure: string }> {
  const { id } = await askForRepair(fresh.db, { officeId: office.officeId, kind, byStaffId: office.staff.manager });
  const read = () =>
    fresh.db
      .selectFrom('repairs')
      .select(['ended_at', 'result', 'failure'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  await eventually(async () => (await read()).ended_at !== null, { withinMs: 30_000 });
  const { result, failure } = await read();
  return { result, failure };
}

async function inReview(): Promise<string> {
  const id = await anAcceptedTransfer(fresh.db, office);
  await eventually(async () => (await lengthOf(id)) > 0, { withinMs: 30_000 });
  await eventually(async () => (await waiting(id)) === 0);
  await sql`update outbox set sent_at = clock_timestamp() - interval '1 minute' where transfer_id = ${id}`.execute(
    fresh.db,
  );
  return id;
}
const waiting = async (id: string) =>
  (
    await fresh.db
      .selectFrom('outbox')
      .select('id')
      .where('transfer_id', '=', id)
      .where('sent_at', 'is', null)
      .execute()
  ).length;
const handleOf = (id: string) => running.client.workflow.getHandle(`transfer/${id}`);
const lengthOf = async (id: string) =>
  handleOf(id)
    .describe()
    .then(({ historyLength }) => historyLength)
    .catch(() => 0);
const repaired = async (id: string) =>
  (
    await sql<{ why: string }>`select payload ->> 'why' as why from events
      where transfer_id = ${id} and kind = 'repaired' order by seq`.execute(fresh.db)
  ).rows.map(({ why }) => why);

test('runs that are missing are started again', async () => {
  const id = await inReview();
  await handleOf(id).terminate('somebody did');
  const { result, failure } = await done('reconcile');
  expect([failure, result]).toMatchObject(['', { started: 1 }]);
  expect(await repaired(id)).toEqual(['workflow was missing']);
  expect((await handleOf(id).describe()).status.name).toBe('RUNNING');
}, 60_000);

test('every run looks at the ledger, also one that is not late', async () => {
  const id = await inReview();
  const before = await lengthOf(id);
  expect((await done('lookEverywhere')).failure).toBe('');
  await eventually(async () => (await lengthOf(id)) > before, { withinMs: 20_000 });
  expect(await repaired(id)).toEqual([]);
}, 60_000);

test('messages that were given up are passed on', async () => {
  const id = await inReview();
  await sql`update outbox set sent_at = null, dead = true where transfer_id = ${id}`.execute(fresh.db);
  expect(await done('passOnGivenUp')).toEqual({ failure: '', result: { passedOn: 1 } });
  expect([await waiting(id), await repaired(id)]).toEqual([0, ['message was given up']]);
}, 60_000);

test('what stands in no step is opened, also what somebody was asked to mend', async () => {
  const id = await inReview();
  await sql`alter table responsibilities disable trigger user`.execute(fresh.db);
  await sql`delete from responsibilities where transfer_id = ${id} and kind = 'step'`.execute(fresh.db);
  await sql`alter table responsibilities enable trigger user`.execute(fresh.db);
  await sql`delete from steps where transfer_id = ${id}`.execute(fresh.db);
  expect(await done('openSteps')).toEqual({ failure: '', result: { opened: 1 } });
  expect(await repaired(id)).toEqual(['next step was not open']);
}, 60_000);

test('the checker is asked, and its refusal is told to whoever asked', async () => {
  expect(await done('checkInvariants')).toEqual({ failure: '', result: { violations: 4 } });
  violations = () => Promise.reject(new Error('another worker was checking'));
  expect(await done('checkInvariants')).toEqual({ failure: 'another worker was checking', result: {} });
});

test('each was asked by somebody and has its end in the history of the office', async () => {
  const { rows } = await sql<{ repair: RepairKind; asked: number; ended: number }>`
    select payload ->> 'repair' as repair, count(*) filter (where kind = 'repairAsked' and by_staff_id is not null)::integer as asked,
      count(*) filter (where kind = 'repairEnded')::integer as ended
    from office_events where kind like 'repair%' group by 1`.execute(fresh.db);
  expect(rows.map(({ repair }) => repair).sort()).toEqual([...REPAIR_KINDS].sort());
  expect(rows.filter(({ asked, ended }) => asked !== ended)).toEqual([]);
});

test('the jobs note how they went', async () => {
  expect(await runOf('temporal')).toMatchObject({ failing_since: null, reason: '' });
  expect((await runOf('reconcile'))!.found).toMatchObject({ running: expect.any(Number), open: expect.any(Number) });
  expect(await runOf('clockBeat')).toMatchObject({ reason: '' });
});

test('Temporal away is said with its reason, and forgotten when it is back', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const given = { db: running.db, events: silentEvents, logger: pino({ level: 'silent' }) };
  const away = startRepairs({ ...given, client: new Client({ connection }) }, NEVER_MS);
  await eventually(async () => (await runOf('temporal'))!.failing_since !== null, { withinMs: 30_000 });
  expect((await runOf('temporal'))!.reason).not.toBe('');
  await away.stop();
  await connection.close();
  await eventually(async () => (await runOf('temporal'))!.failing_since === null, { withinMs: 30_000 });
}, 120_000);
