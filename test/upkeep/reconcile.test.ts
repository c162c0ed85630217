import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSimulatedClock } from '../../db/office/clock.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { wakeLateSleepers } from '../../upkeep/reconcile.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { recorded } from '../builders/contacts.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { runOffice, silentEvents } from '../support/running-office.ts';
import { postedLetter } from '../builders/posted-letter.ts';

let fresh: FreshDatabase;
let office: TestOffice;
let folder: string;
let temporal: RunningTemporal;
let generation = 0;

beforeEach(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  folder = mkdtempSync(join(tmpdir(), 'baton-reconcile-'));
  temporal = await anEmptyTemporal();
});
afterEach(async () => {
  await temporal.stop();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function anEmptyTemporal(): Promise<RunningTemporal> {
  const { path } = await obtainTemporal();
  return startTemporal({ executable: path, dbFile: join(folder, `temporal-${String(++generation)}.db`) });
}

const openSteps = () =>
  fresh.db
    .selectFrom('steps')
    .select(['transfer_id', 'ordinal', 'step', 'owner_id', 'due_on', 'opened_at'])
    .where('closed_at', 'is', null)
    .orderBy('transfer_id')
    .execute();

async function standsIn(transferId: string, step: string): Promise<void> {
  await eventually(async () => (await openSteps()).some((row) => row.transfer_id === transferId && row.step === step), {
    withinMs: 20_000,
  });
}

const say = (transferId: string, staffId: string | null, detail: NewFactDetail) =>
  recordFact(fresh.db, testKeyring, {
    transferId,
    officeId: office.officeId,
    detail,
    by: { staffId, source: staffId ? 'staff' : 'courier' },
  });

/** Nothing waits for the relay any more: whoever is open is followed. */
const relayed = () =>
  eventually(async () => {
    const waiting = await fresh.db
      .selectFrom('outbox')
      .select('id')
      .where('sent_at', 'is', null)
      .where('topic', '=', 'fact')
      .execute();
    return waiting.length === 0;
  });

/** Three transfers, each in another step. */
async function threeTransfers(): Promise<string[]> {
  const ids = [];
  for (let count = 0; count < 3; count++) ids.push(await anAcceptedTransfer(fresh.db, office));
  for (const id of ids) await standsIn(id, 'review');
  for (const id of ids.slice(1)) await say(id, office.staff.reviewer, { kind: 'reviewed', outcome: 'eligible' });
  for (const id of ids.slice(1)) await standsIn(id, 'liaisonLetter');
  await say(ids[2]!, office.staff.letterClerk, postedLetter());
  await standsIn(ids[2]!, 'delivery');
  return ids;
}

test('losing Temporal’s whole database loses nothing: every transfer comes back to the same step, owner and due date', async () => {
  const first = await runOffice(fresh.url, temporal.address);
  const ids = await threeTransfers();
  await first.stop();
  await temporal.stop();
  const before = await openSteps();
  const factsBefore = await fresh.db.selectFrom('events').select('seq').where('kind', '<>', 'repaired').execute();

  temporal = await anEmptyTemporal();
  // What was relayed long ago is no longer on its way.
  await fresh.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .execute();
  const second = await runOffice(fresh.url, temporal.address);
  expect(await second.reconcile()).toMatchObject({ open: 3, started: 3 });
  await eventually(async () => {
    const running = [];
    for await (const one of second.client.workflow.list({ query: "WorkflowType = 'transfer'" })) running.push(one);
    return running.length === 3;
  });

  expect(await openSteps()).toEqual(before);
  await say(ids[2]!, null, { kind: 'letterDelivered' });
  await standsIn(ids[2]!, 'formAndFunds');
  const events = await fresh.db.selectFrom('events').select(['kind', 'seq']).execute();
  expect(events.filter((event) => event.kind === 'repaired')).toHaveLength(3);
  // Nothing but the new fact and the step that it opened.
  expect(events.filter((event) => event.kind !== 'repaired')).toHaveLength(factsBefore.length + 2);
  expect(await second.reconcile()).toMatchObject({ started: 0 });
  await second.stop();
}, 90_000);

test('facts recorded while Temporal is away are relayed when it is back, in order and once', async () => {
  await temporal.stop();
  const id = await anAcceptedTransfer(fresh.db, office);
  temporal = await anEmptyTemporal();
  const running = await runOffice(fresh.url, temporal.address);
  await standsIn(id, 'review');
  await relayed();
  await running.stop();
}, 60_000);

test('a lost workflow is started again, and a fact it missed is found in the ledger', async () => {
  const running = await runOffice(fresh.url, temporal.address);
  const id = await anAcceptedTransfer(fresh.db, office);
  await relayed();
  await running.client.workflow.getHandle(`transfer/${id}`).terminate('lost');
  await say(id, office.staff.reviewer, { kind: 'reviewed', outcome: 'eligible' });
  // The relay’s own signal-with-start brings it back: no repair is needed while facts arrive.
  await relayed();
  await running.client.workflow.getHandle(`transfer/${id}`).terminate('lost again');
  await fresh.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .execute();
  await eventually(async () => (await running.reconcile()).started === 1);
  await say(id, office.staff.letterClerk, postedLetter());
  await standsIn(id, 'delivery');
  await running.stop();
}, 60_000);

test('timers that ring late because simulated time runs faster now are woken, and no repair is noted', async () => {
  await startSimulatedClock(fresh.db, new Date('2026-03-02T09:00:00+08:00'), 20_000);
  const running = await runOffice(fresh.url, temporal.address);
  const id = await anAcceptedTransfer(fresh.db, office);
  await standsIn(id, 'review');
  await sql`update office_clock set office_anchor = office_anchor + interval '60 days'`.execute(fresh.db);
  await eventually(async () => {
    await wakeLateSleepers({ db: fresh.db, client: running.client, events: silentEvents });
    const kinds = await fresh.db.selectFrom('events').select('kind').where('transfer_id', '=', id).execute();
    return kinds.some(({ kind }) => kind === 'escalated') && !kinds.some(({ kind }) => kind === 'repaired');
  });
  await running.stop();
}, 60_000);

test('one that is found missing when it should be woken is started again, and that is noted as a repair', async () => {
  await startSimulatedClock(fresh.db, new Date('2026-03-02T09:00:00+08:00'), 20_000);
  const running = await runOffice(fresh.url, temporal.address);
  const id = await anAcceptedTransfer(fresh.db, office);
  await relayed();
  await running.client.workflow.getHandle(`transfer/${id}`).terminate('lost');
  await sql`update office_clock set office_anchor = office_anchor + interval '60 days'`.execute(fresh.db);
  await wakeLateSleepers({ db: fresh.db, client: running.client, events: silentEvents });
  const { payload } = await fresh.db
    .selectFrom('events')
    .select('payload')
    .where('transfer_id', '=', id)
    .where('kind', '=', 'repaired')
    .executeTakeFirstOrThrow();
  expect(payload).toEqual({ why: 'workflow was missing' });
  expect((await running.client.workflow.getHandle(`transfer/${id}`).describe()).status.name).toBe('RUNNING');
  await running.stop();
}, 60_000);

test('a step on hold is not woken for the deadline that the hold suspends', async () => {
  await startSimulatedClock(fresh.db, new Date('2026-03-02T09:00:00+08:00'), 20_000);
  const running = await runOffice(fresh.url, temporal.address);
  const id = await anAcceptedTransfer(fresh.db, office);
  await standsIn(id, 'review');
  await say(id, office.staff.reviewer, { kind: 'held', reasonCode: 'A04', reviewOn: '2026-06-01' });
  await sql`update office_clock set office_anchor = office_anchor + interval '60 days'`.execute(fresh.db);
  expect(await wakeLateSleepers({ db: fresh.db, client: running.client, events: silentEvents })).toBe(0);
  await running.stop();
}, 60_000);

test('a promise whose rounds were lost with Temporal is the manager’s all the same, once', async () => {
  const first = await runOffice(fresh.url, temporal.address);
  const transferId = await anAcceptedTransfer(fresh.db, office);
  const dueAt = new Date(Date.now() + 8_000);
  await recorded(fresh.db, office, { transferId, outcome: 'promised', promise: { channel: 'letter', dueAt } });
  const rounds = `clocks/promise/${office.officeId}`;
  await eventually(async () => (await first.client.workflow.getHandle(rounds).describe()).status.name === 'RUNNING');
  await first.stop();
  await temporal.stop();

  temporal = await anEmptyTemporal();
  await sql`update outbox set sent_at = clock_timestamp() where sent_at is null`.execute(fresh.db);
  const second = await runOffice(fresh.url, temporal.address);
  await second.reconcile();
  const heard = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from tasks
      where kind = 'brokenPromise' and transfer_id = ${transferId}`.execute(fresh.db);
    return rows[0]!.count;
  };
  await eventually(async () => (await heard()) === 1, { withinMs: 30_000 });
  await second.reconcile();
  expect(await heard()).toBe(1);
  const left = await fresh.db.selectFrom('clocks').selectAll().execute();
  expect(left).toEqual([]);
  await second.stop();
}, 90_000);
