/** A type that no line of the product names goes from the counter to its closing, on real servers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedureRows } from '../../db/connection/procedure-rows.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import type { TestOffice } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { runOffice, type RunningOffice } from '../support/running-office.ts';
import { CHECKED_WITH_MADE_UP, madeUp, madeUpLater, MADE_UP_LIMITS, WITH_MADE_UP } from './procedure.ts';

const workflowsPath = fileURLToPath(new URL('./procedure.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baton-made-up-'));
const SPRING = '2026-03-02T10:00:00+08:00';

let api: TestApi;
let temporal: RunningTemporal;
let running: RunningOffice;

beforeAll(async () => {
  api = await startApi({}, WITH_MADE_UP);
  await sql.raw(procedureRows(WITH_MADE_UP)).execute(api.db);
  await api.db.insertInto('limits').values(MADE_UP_LIMITS).execute();
  await sql`update staff set post = '并账岗' where id = ${api.office.staff.accountClerk}`.execute(api.db);
  await api.db.updateTable('counterparts').set({ channel: 'platform' }).execute();
  await setClock(SPRING);
  temporal = await aTemporal('first');
  running = await officeOn(temporal);
}, 120_000);
afterAll(async () => {
  await running.stop();
  await temporal.stop();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function aTemporal(name: string): Promise<RunningTemporal> {
  const { path } = await obtainTemporal();
  return startTemporal({ executable: path, dbFile: join(folder, `${name}.db`) });
}

const officeOn = ({ address }: RunningTemporal): Promise<RunningOffice> =>
  runOffice(api.databaseUrl, address, { procedures: WITH_MADE_UP, workflowsPath });

const setClock = (instant: string) =>
  sql`update office_clock set office_anchor = ${instant}::timestamptz, real_anchor = clock_timestamp()`.execute(api.db);

type Who = keyof TestOffice['staff'];

async function accept(change: object = {}): Promise<Answer> {
  const person = { name: '样例', idNumber: aResidentId(), mobile: '13912345678' };
  const body = { person, counterpartAreaCode: '310000', procedureType: madeUp.type, ...change };
  return (await api.as('clerk')).post('/transfers', body, aKey());
}

async function say(id: string, who: Who, fact: object): Promise<Answer> {
  return (await api.as(who)).post(`/transfers/${id}/facts`, fact, aKey());
}

/** About the step that is open now. */
async function decide(id: string, who: Who, outcome: string, more: object = {}): Promise<Answer> {
  const { steps } = await progressOf(id);
  return say(id, who, { kind: 'decided', ordinal: steps.at(-1).ordinal, outcome, ...more });
}

const progressOf = async (id: string) => (await (await api.as('manager')).get(`/transfers/${id}/progress`)).body;

interface OpenView {
  step: string;
  attempt: number;
  owner: { id: string };
  dueExplained: { workingDays: number };
}

/** Waits until the step is the open one. */
const standsIn = (id: string, step: string): Promise<OpenView> =>
  eventually(async () => {
    const { steps } = await progressOf(id);
    const open = steps.findLast((view: { closedAt: string | null }) => view.closedAt === null);
    if (open?.step !== step) throw new Error(`in ${String(open?.step)}, not in ${step}`);
    return open as OpenView;
  });

async function accepted(change: object = {}): Promise<string> {
  const { status, body } = await accept(change);
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.transfer.id as string;
}

async function inProof(): Promise<string> {
  const id = await accepted();
  await standsIn(id, 'ask');
  expect((await say(id, 'letterClerk', { kind: 'letterSent', channel: 'platform' })).status).toBe(201);
  await standsIn(id, 'proof');
  return id;
}

const kindsOf = async (id: string, kind: string): Promise<number> => {
  const { body } = await (await api.as('manager')).get(`/transfers/${id}/events?limit=200`);
  return (body.items as { kind: string }[]).filter((event) => event.kind === kind).length;
};

test('it is listed with its words, its way and what each step takes', async () => {
  const { body } = await (await api.as('clerk')).get('/procedures');
  const found = body.items.find(({ key }: { key: string }) => key === madeUp.key);
  expect(found).toMatchObject({
    way: ['ask', 'proof', 'settle'],
    words: { en: { steps: { proof: 'Proof of years' } } },
  });
  expect(found.steps[1]).toMatchObject({ party: 'employer', role: 'clerk', owner: 'steward' });
  expect(found.steps[1].facts).toContainEqual({
    kind: 'decided',
    outcomes: ['given', 'again'],
    reasonCodes: ['D01', 'L02'],
  });
});

test('it is accepted under a number of its own, in the version of the day', async () => {
  const { body } = await accept();
  expect(body.transfer).toMatchObject({ caseNo: expect.stringMatching(/^PY202603\d{5}$/), procedure: madeUp.key });
  expect(body.slip).toMatchObject({ nextStep: 'ask' });
  expect(fieldsOf(await accept({ procedureType: 'unheardOf' }))).toEqual(['procedureType: unknown']);
});

test('it goes from the counter to its closing: a loop, a hold, reminders, two people, and no fact of another type', async () => {
  const id = await inProof();
  const open = await standsIn(id, 'proof');
  expect(open).toMatchObject({ attempt: 1, owner: { id: api.office.staff.clerk }, dueExplained: { workingDays: 7 } });

  expect((await say(id, 'reviewer', { kind: 'reviewed', outcome: 'given' })).body.type).toBe('/problems/step-not-open');
  expect((await decide(id, 'finance', 'given')).body.type).toBe('/problems/forbidden');
  expect(fieldsOf(await decide(id, 'clerk', 'settled'))).toEqual(['outcome: outcome']);
  expect(fieldsOf(await decide(id, 'clerk', 'again'))).toEqual(['reasonCode: missing']);
  expect(fieldsOf(await decide(id, 'clerk', 'again', { reasonCode: 'S01' }))).toEqual(['reasonCode: reasonCode']);

  const ofAnother = await say(id, 'clerk', { kind: 'decided', ordinal: 1, outcome: 'given' });
  expect(ofAnother.body).toMatchObject({ type: '/problems/already-decided', openStep: 'proof', ordinal: 2 });

  await setClock('2026-03-04T10:00:00+08:00');
  expect((await say(id, 'clerk', { kind: 'held', reasonCode: 'H01', reviewOn: '2026-03-09' })).status).toBe(201);
  await setClock('2026-03-06T10:00:00+08:00');
  expect((await say(id, 'clerk', { kind: 'resumed' })).status).toBe(201);
  // Due on 11 March, two days given back: reminded on the 11th, overdue from the 14th on.
  await setClock('2026-03-14T10:00:00+08:00');
  await running.reconcile();
  await eventually(async () => (await kindsOf(id, 'escalated')) === 1, { withinMs: 20_000 });
  expect(await kindsOf(id, 'reminded')).toBe(1);
  expect((await progressOf(id)).steps.at(-1)).toMatchObject({ dueOn: '2026-03-13' });

  const again = await decide(id, 'clerk', 'again', { reasonCode: 'D01', note: '缺页' });
  expect(again.body.closedStep).toMatchObject({ step: 'proof', outcome: 'again' });
  expect(await standsIn(id, 'ask')).toMatchObject({ attempt: 2, dueExplained: { workingDays: 5 } });
  await say(id, 'letterClerk', { kind: 'letterSent', channel: 'platform' });
  await standsIn(id, 'proof');
  await decide(id, 'clerk', 'given');
  expect(await standsIn(id, 'settle')).toMatchObject({ attempt: 2, owner: { id: api.office.staff.accountClerk } });
  expect((await say(id, 'accountClerk', { kind: 'booked' })).status).toBe(201);
  expect(await progressOf(id)).toMatchObject({ closing: 'completed', next: null });
  const handle = running.client.workflow.getHandle(`transfer/${id}`);
  expect(await handle.result()).toBe('completed');
  await expect(Worker.runReplayHistory({ workflowsPath }, await handle.fetchHistory())).resolves.toBeUndefined();
}, 120_000);

test('the person reads who has it, in words', async () => {
  const id = await inProof();
  const { status_code: code } = await api.db
    .selectFrom('transfers')
    .select('status_code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const page = await api.anonymous.raw(`/s/${code}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'en' },
    body: 'phoneLastFour=5678',
  });
  expect(page.text).toContain('Waiting for your employer');
  expect(page.text).toContain('Your employer');
});

test('a fact ends it in whichever step it is, and the history of that replays', async () => {
  const id = await inProof();
  expect((await say(id, 'clerk', { kind: 'withdrawn' })).body.closedStep).toMatchObject({ outcome: 'withdrawn' });
  const handle = running.client.workflow.getHandle(`transfer/${id}`);
  expect(await handle.result()).toBe('withdrawn');
  await expect(Worker.runReplayHistory({ workflowsPath }, await handle.fetchHistory())).resolves.toBeUndefined();
}, 60_000);

test('it is rebuilt after the loss of Temporal: same step, owner and due date', async () => {
  const id = await inProof();
  const before = (await progressOf(id)).steps;
  await running.stop();
  await temporal.stop();
  temporal = await aTemporal('second');
  await sql`update outbox set sent_at = clock_timestamp() - interval '1 minute'`.execute(api.db);
  running = await officeOn(temporal);
  await running.reconcile();
  await eventually(async () => (await kindsOf(id, 'repaired')) === 1);
  await decide(id, 'clerk', 'given');
  await standsIn(id, 'settle');
  expect((await progressOf(id)).steps.slice(0, 1)).toEqual(before.slice(0, 1));
  expect(await kindsOf(id, 'stepOpened')).toBe(3);
}, 90_000);

test('a later version is followed by whoever is accepted from its day on, and by nobody else', async () => {
  const earlier = await inProof();
  await setClock('2026-07-02T10:00:00+08:00');
  const later = await accepted();
  await standsIn(later, 'settle');
  expect((await progressOf(later)).procedure).toBe(madeUpLater.key);
  expect((await progressOf(earlier)).procedure).toBe(madeUp.key);
  await decide(earlier, 'clerk', 'given');
  await standsIn(earlier, 'settle');
});

test('it is counted: open work, days of steps, volume and rates', async () => {
  const manager = await api.as('manager');
  const { bySteps } = (await manager.get('/metrics/progress')).body;
  expect(bySteps).toContainEqual(expect.objectContaining({ step: 'settle', open: 3 }));
  const { steps, parties } = (await manager.get('/metrics/steps?from=2026-03-01&to=2026-07-31')).body;
  expect(steps).toContainEqual(expect.objectContaining({ step: 'proof', party: 'employer' }));
  expect(parties).toContainEqual(expect.objectContaining({ party: 'employer', transfers: 1 }));
  const { inPeriod } = (await manager.get('/metrics/volume?from=2026-03-01&to=2026-07-31')).body;
  expect(inPeriod).toMatchObject({ closed: 2, completed: 1 });
  const rates = (await manager.get('/metrics/completion?direction=in&from=2026-03-01&to=2026-03-31')).body;
  expect(rates.attempts).toMatchObject({ cohort: 6, closedWithin: { 1: 0, 2: 1 } });
});

test('no promise of the ledger is broken by it, as far as the checker was told of it', async () => {
  const { databaseUrl } = api;
  // The clock has jumped over alarms.
  await running.reconcile({ lookEverywhere: true });
  await eventually(async () => (await checkInvariants({ databaseUrl, procedures: CHECKED_WITH_MADE_UP })).length === 0);
  const about = { databaseUrl, temporal: { address: temporal.address, namespace: 'default' } };
  expect(await checkInvariants({ ...about, procedures: CHECKED_WITH_MADE_UP })).toEqual([]);
  const untold = await checkInvariants({ databaseUrl });
  expect(untold.map(({ invariant }) => invariant)).toContain('step-reachable');
});
