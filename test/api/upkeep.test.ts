/** What an operator reads of worker, Temporal, database and gateways, and the repairs that he asks for. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noteRun } from '../../db/upkeep/runs.ts';
import { claimRepair, endRepair } from '../../db/upkeep/repairs.ts';
import { REPAIR_KINDS, UPKEEP_JOBS } from '../../domain/upkeep.ts';
import { contractEnum } from '../support/architecture/contract-enums.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.asNew(['administrator']);
});
afterAll(() => api.stop());
beforeEach(async () => {
  for (const table of ['upkeep_runs', 'repairs', 'alerts', 'backups'] as const)
    await api.db.deleteFrom(table).execute();
});

const upkeep = async () => {
  const { status, body, text } = await administrator.get('/upkeep');
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return body;
};
const later = (seconds: number) =>
  sql`update upkeep_runs set ended_at = ended_at - make_interval(secs => ${seconds})`.execute(api.db);
const history = async () =>
  (
    await sql<{ kind: string; by_staff_id: string | null; payload: object }>`
      select kind, by_staff_id, payload from office_events where kind like 'repair%' order by id`.execute(api.db)
  ).rows;

test('only an administrator reads it and asks', async () => {
  for (const who of ['clerk', 'manager', 'finance'] as const) {
    const caller = who === 'manager' ? await api.asNew(['manager']) : await api.as(who);
    expect((await caller.get('/upkeep')).status).toBe(403);
    expect((await caller.post('/upkeep/repairs', { kind: 'reconcile' })).status).toBe(403);
  }
  expect((await api.anonymous.get('/upkeep')).status).toBe(401);
  expect((await administrator.post('/upkeep/repairs', { kind: 'setBack' })).status).toBe(422);
});

test('the contract and the worker know the same jobs and repairs', () => {
  expect(contractEnum('UpkeepJob')).toEqual([...UPKEEP_JOBS]);
  expect(contractEnum('RepairKind')).toEqual(REPAIR_KINDS);
});

describe('what is read', () => {
  test('before any worker was there: nothing is made up', async () => {
    expect(await upkeep()).toMatchObject({
      worker: { heardAt: null, silent: true },
      temporal: { state: 'unknown', running: null, openTransfers: null, mended: null },
      sms: { configured: false, waiting: 0, lastFailure: null },
      alerts: { configured: false, items: [] },
      backup: null,
      jobs: [],
      repairs: [],
    });
  });

  test('Temporal reachable, with its runs and what the last round mended', async () => {
    await noteRun(api.db, { job: 'temporal', tookMs: 3.4 });
    const found = { open: 12, running: 10, started: 2, woken: 1, opened: 0, ended: 0, refused: 1 };
    await noteRun(api.db, { job: 'reconcile', tookMs: 40, found });
    const { temporal, worker, jobs, database } = await upkeep();
    expect(temporal).toMatchObject({
      state: 'reachable',
      since: null,
      openTransfers: 12,
      running: 10,
      mended: 3,
      refused: 1,
    });
    expect(worker).toMatchObject({ silent: false });
    expect(jobs.map(({ job, tookMs }: { job: string; tookMs: number }) => [job, tookMs])).toEqual([
      ['reconcile', 40],
      ['temporal', 3],
    ]);
    expect(database.connections).toBeGreaterThan(0);
    expect(database.connectionsMost).toBeGreaterThan(database.connections);
    expect(database.byteLength).toBeGreaterThan(1_000_000);
  });

  test('Temporal away: since when and why; what was known of its runs stays', async () => {
    await noteRun(api.db, { job: 'reconcile', tookMs: 40, found: { open: 12, running: 12 } });
    await noteRun(api.db, { job: 'temporal', tookMs: 3, reason: 'connect ECONNREFUSED' });
    const since = (await upkeep()).temporal.since as string;
    await noteRun(api.db, { job: 'temporal', tookMs: 3, reason: 'still away' });
    await noteRun(api.db, { job: 'reconcile', tookMs: 40, reason: 'still away' });
    expect((await upkeep()).temporal).toMatchObject({ state: 'unreachable', since, reason: 'still away', running: 12 });
    await noteRun(api.db, { job: 'temporal', tookMs: 3 });
    expect((await upkeep()).temporal).toMatchObject({ state: 'reachable', since: null, reason: '' });
  });

  test('a worker that has not been heard of for a minute says nothing of Temporal any more', async () => {
    await noteRun(api.db, { job: 'temporal', tookMs: 3 });
    await later(61);
    expect(await upkeep()).toMatchObject({ worker: { silent: true }, temporal: { state: 'unknown' } });
  });

  test('backup and alerts as they were last', async () => {
    await sql`insert into backups (made_at, file, byte_length, sha256, row_count)
      values (clock_timestamp() - interval '2 hours', 'ledger.baton', 5000, '\\x00', 77)`.execute(api.db);
    await sql`insert into alerts (condition, raised_at, next_try_at, failed_tries)
      values ('outboxAge', clock_timestamp(), clock_timestamp(), 3)`.execute(api.db);
    const { backup, alerts } = await upkeep();
    expect(backup).toMatchObject({ byteLength: 5000, rowCount: 77 });
    expect(Math.round(backup.ageSeconds / 60)).toBe(120);
    expect(alerts.items).toMatchObject([{ condition: 'outboxAge', toldAt: null, failedTries: 3, over: false }]);
    expect(JSON.stringify(await upkeep())).not.toContain('ledger.baton');
  });
});

describe('a repair', () => {
  test('is asked for once, however often it is pressed, and noted with who asked', async () => {
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => administrator.post('/upkeep/repairs', { kind: 'reconcile' })),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 202));
    expect(new Set(asked.map(({ body }) => body.id as string)).size).toBe(1);
    const me = (await administrator.get('/me')).body as { id: string };
    expect(await history()).toEqual([
      { kind: 'repairAsked', by_staff_id: me.id, payload: { repairId: asked[0]!.body.id, repair: 'reconcile' } },
    ]);
    expect((await upkeep()).repairs).toMatchObject([
      { kind: 'reconcile', askedBy: { id: me.id }, begunAt: null, endedAt: null, failure: '', result: {} },
    ]);
  });

  test('is had by one worker, and by another when that one is gone; it ends once', async () => {
    await administrator.post('/upkeep/repairs', { kind: 'openSteps' });
    const claims = await Promise.all([1, 2, 3].map(() => claimRepair(api.db, ['openSteps', 'reconcile'])));
    const [claimed] = claims.filter((claim) => claim !== undefined);
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(await claimRepair(api.db, ['reconcile'])).toBeUndefined();
    await sql`update repairs set begun_at = begun_at - interval '16 minutes'`.execute(api.db);
    expect(await claimRepair(api.db, ['openSteps'])).toEqual(claimed);
    const before = (await history()).length;
    await endRepair(api.db, claimed!, { result: { opened: 2 } });
    await endRepair(api.db, claimed!, { failure: 'late' });
    expect((await upkeep()).repairs).toMatchObject([{ failure: '', result: { opened: 2 } }]);
    expect((await history()).slice(before)).toMatchObject([
      { kind: 'repairEnded', payload: { repair: 'openSteps', failed: false, opened: 2 } },
    ]);
    const again = await administrator.post('/upkeep/repairs', { kind: 'openSteps' });
    expect(again.body.id).not.toBe(claimed!.id);
  });
});
