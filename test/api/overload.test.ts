/** More than can be answered: refused at once and by name, on the wire; whoever looks after the process still reaches it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { door, PRESSURE_LIMITS } from '../../api/door/refuse-overload.ts';
import { watchPressure } from '../../api/handling/pressure.ts';
import { problemHandler } from '../../api/door/problems.ts';
import { connect, createPool } from '../../db/connection/connection.ts';
import { ConnectionQueue, connectThrough } from '../../db/connection/queue.ts';
import { httpMetrics } from '../../observability/http-metrics.ts';
import { createLogger } from '../../observability/logger.ts';
import { createMetrics } from '../../observability/metrics.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { createSession } from '../../db/office/sessions.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { aKey, caller, serveApp, type Answer, type Caller } from '../support/api.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
});
afterAll(() => fresh.drop());

async function clerkAt(url: string): Promise<Caller> {
  const token = newToken();
  await createSession(fresh.db, office.staff.clerk, hashToken(token));
  return caller(url, { Authorization: `Bearer ${token}` });
}

/** Somebody who does not let go of it; letting go twice is once. */
async function holdConnection(pool: pg.Pool): Promise<() => void> {
  const client = await pool.connect();
  let held = true;
  return () => {
    if (held) client.release();
    held = false;
  };
}

const problemOf = ({ status, headers, body }: Answer) => ({
  status,
  type: body.type as string,
  retryAfter: headers.get('Retry-After'),
  mediaType: headers.get('Content-Type')?.split(';')[0],
});
const OVERLOADED = {
  status: 503,
  type: '/problems/overloaded',
  retryAfter: '2',
  mediaType: 'application/problem+json',
};

const CALM = { waitingForConnection: () => 0, waitedForConnectionMs: () => 0, loopDelayMs: () => 0 };

test('behind a queue for the only connection nobody else is let in, and the queue is worked off afterwards', async () => {
  const pool = createPool(fresh.url, { max: 1, connectionTimeoutMs: 60_000 });
  const queue = new ConnectionQueue(pool, 1_000);
  const pressure = { ...CALM, waitingForConnection: () => queue.waitingCount };
  const release = await holdConnection(pool);
  const app = await serveApp(connectThrough(queue), {}, { pressure, probe: fresh.db });
  try {
    const clerk = await clerkAt(app.url);
    const most = PRESSURE_LIMITS.waitingForConnection;
    const waiting = Array.from({ length: most }, () => clerk.get('/me'));
    await eventually(() => pool.waitingCount === most);
    const refused = await Promise.all([clerk.get('/me'), clerk.post('/transfers', {}), asAnybody(app.url, '/clock')]);
    expect(refused.map(problemOf)).toEqual([OVERLOADED, OVERLOADED, OVERLOADED]);
    // Nothing of them waits anywhere.
    expect(pool.waitingCount).toBe(most);
    expect((await asAnybody(app.url, '/healthz')).status).toBe(200);
    expect((await asAnybody(app.url, '/readyz')).status).toBe(200);
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    expect((await clerk.get('/me')).status).toBe(200);
    const said = app.log.map((line) => JSON.parse(line) as { event: string; why?: string });
    expect(said.filter(({ event }) => event === 'api.overloaded')).toMatchObject([{ why: 'waitingForConnection' }]);
  } finally {
    release();
    app.stop();
    await pool.end();
  }
});

test('one who waits for a connection too long keeps others out, until he has it', async () => {
  const pool = createPool(fresh.url, { max: 1, connectionTimeoutMs: 60_000 });
  const queue = new ConnectionQueue(pool, 1_000);
  const pressure = { ...CALM, waitedForConnectionMs: () => queue.waitedMs() };
  const release = await holdConnection(pool);
  const app = await serveApp(connectThrough(queue), {}, { pressure });
  try {
    const clerk = await clerkAt(app.url);
    const first = clerk.get('/me');
    const second = clerk.get('/me');
    await eventually(() => queue.waitedMs() > PRESSURE_LIMITS.waitedForConnectionMs);
    expect(problemOf(await clerk.get('/me'))).toEqual(OVERLOADED);
    release();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(queue.waitedMs()).toBe(0);
    expect((await clerk.get('/me')).status).toBe(200);
  } finally {
    release();
    app.stop();
    await pool.end();
  }
});

const asAnybody = (url: string, path: string): Promise<Answer> => caller(url, {}).get(path);

test('a loop that comes late lets nobody in until it is in time again', async () => {
  let loopDelayMs = PRESSURE_LIMITS.loopDelayMs + 1;
  const pressure = { ...CALM, loopDelayMs: () => loopDelayMs };
  const app = await serveApp(fresh.db, {}, { pressure });
  try {
    const clerk = await clerkAt(app.url);
    expect(problemOf(await clerk.get('/me'))).toEqual(OVERLOADED);
    expect((await clerk.get('/healthz')).status).toBe(200);
    loopDelayMs = 0;
    expect((await clerk.get('/me')).status).toBe(200);
  } finally {
    app.stop();
  }
});

test('work that holds the loop shows as its delay, and is forgotten when it is over', async () => {
  const pressure = watchPressure({ waitingCount: 0, waitedMs: () => 0 });
  const hold = (): void => {
    const until = performance.now() + PRESSURE_LIMITS.loopDelayMs + 200;
    while (performance.now() < until);
  };
  await eventually(
    () => {
      hold();
      return pressure.loopDelayMs() > PRESSURE_LIMITS.loopDelayMs;
    },
    { withinMs: 30_000 },
  );
  await eventually(() => pressure.loopDelayMs() < PRESSURE_LIMITS.loopDelayMs, { withinMs: 30_000 });
  pressure.stop();
});

test('so many at once are answered, one more is refused, and each that ends makes room', async () => {
  const metrics = createMetrics();
  const logger = createLogger({ level: 'silent', process: 'test' });
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const limits = { ...PRESSURE_LIMITS, underWay: 2 };
  const app = express()
    .use(door({ logger, http: httpMetrics(metrics.registry) }, limits))
    .get('/slow', (_req, res) => void ended.then(() => res.json({})))
    .get('/quick', (_req, res) => void res.json({}))
    .use(problemHandler(logger));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const anybody = caller(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {});
  const connections = () => new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));
  const slow = [anybody.get('/slow'), anybody.get('/slow')];
  await eventually(async () => (await connections()) === 2 && (await anybody.get('/quick')).status === 503);
  expect(problemOf(await anybody.get('/quick'))).toEqual(OVERLOADED);
  end();
  await Promise.all(slow);
  await eventually(async () => (await anybody.get('/quick')).status === 200);
  expect(await metrics.registry.metrics()).toMatch(/baton_http_overloaded_total\{why="underWay"\} [1-9]/);
  server.close();
  server.closeAllConnections();
});

test('whoever is in and needs a connection that others queue for is told that the database is away', async () => {
  const pool = createPool(fresh.url, { max: 1 });
  const release = await holdConnection(pool);
  const app = await serveApp(connectThrough(new ConnectionQueue(pool, 1)));
  try {
    const clerk = await clerkAt(app.url);
    const waiting = clerk.get('/me');
    await eventually(() => pool.waitingCount === 1);
    expect(problemOf(await clerk.get('/me'))).toMatchObject({ type: '/problems/unavailable', retryAfter: '5' });
    release();
    expect((await waiting).status).toBe(200);
  } finally {
    release();
    app.stop();
    await pool.end();
  }
});

test('a fact waits for a colleague’s lock only so long; nothing is stored, and the same again succeeds', async () => {
  const db = connect(fresh.url, { lockTimeoutMs: 50 });
  const app = await serveApp(db);
  try {
    const clerk = await clerkAt(app.url);
    const id = await anAcceptedTransfer(fresh.db, office);
    const key = aKey();
    const record = () => clerk.post(`/transfers/${id}/facts`, { kind: 'counterpartContacted', channel: 'phone' }, key);
    const refused = await fresh.db.transaction().execute(async (tx) => {
      await tx.selectFrom('transfers').select('id').where('id', '=', id).forUpdate().execute();
      return record();
    });
    expect(problemOf(refused)).toMatchObject({ status: 503, type: '/problems/unavailable', retryAfter: '5' });
    expect((await record()).status).toBe(201);
  } finally {
    app.stop();
    await db.destroy();
  }
});
