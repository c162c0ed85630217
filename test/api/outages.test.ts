/** A disk without room and a database without a free connection: told at once as what they are, and over by themselves. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { connect, type Db } from '../../db/connection/connection.ts';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { createSession } from '../../db/office/sessions.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { startPostgres, type RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { anOffice } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
import { aKey, caller, serveApp, type Answer, type Caller } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';

const PATIENT = 120_000;
let folder: string;
let mounted: boolean;
let postgres: RunningPostgres;
let db: Db;
let api: Awaited<ReturnType<typeof serveApp>>;
let clerk: Caller;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-outage-'));
  chmodSync(folder, 0o711);
  mounted = isMounted(folder);
  postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  await postgres.createDatabase('baton');
  await migrateToLatest(url());
  db = connect(url(), { max: 5 });
  const office = await anOffice(db);
  const token = newToken();
  await createSession(db, office.staff.clerk, hashToken(token));
  api = await serveApp(db);
  clerk = caller(api.url, { Authorization: `Bearer ${token}` });
}, PATIENT);
afterEach(async () => {
  api.stop();
  await db.destroy();
  await postgres.stop();
  if (mounted) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
}, PATIENT);

const url = () => postgres.url('baton');

/** A small disk of its own, where the machine lets us make one. */
function isMounted(place: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=711', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function accept(acknowledged: string[]): Promise<Answer> {
  const person = { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' };
  const answer = await clerk.post('/transfers', { person, counterpartAreaCode: '310000' }, aKey());
  if (answer.status === 201) acknowledged.push(answer.body.transfer.id as string);
  return answer;
}

const told = (answer: Answer) => [answer.status, answer.headers.get('Retry-After')];
const AWAY = [503, '5'];

async function nothingLost(acknowledged: readonly string[]): Promise<void> {
  const kept = await db.selectFrom('transfers').select('id').execute();
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
  expect(await checkInvariants({ databaseUrl: url() })).toEqual([]);
}

test(
  'a full disk is told with a time to come back, and the counter goes on when there is room again',
  async ({ skip }) => {
    if (!mounted) skip('only root may mount a small disk');
    const acknowledged: string[] = [];
    expect((await accept(acknowledged)).status).toBe(201);
    const filler = join(folder, 'filler');
    fill(filler);
    await eventually(async () => {
      const answer = await accept(acknowledged);
      if (answer.status !== 201) expect(told(answer)).toEqual(AWAY);
      return answer.status === 503;
    });
    // PostgreSQL itself gives up when its log can grow no more.
    await eventually(() => logIsFull());
    expect(told(await accept(acknowledged))).toEqual(AWAY);

    rmSync(filler);
    // As the office’s supervisor does with a server that has died.
    postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: postgres.port });
    await eventually(async () => (await accept(acknowledged)).status === 201);
    await nothingLost(acknowledged);
  },
  PATIENT,
);

/** To the last byte. */
function fill(file: string): void {
  for (const size of [1024 * 1024, 4096]) {
    const chunk = Buffer.alloc(size);
    try {
      for (;;) appendFileSync(file, chunk);
    } catch {
      // no more of this size
    }
  }
}

async function logIsFull(): Promise<boolean> {
  const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(`select pg_logical_emit_message(false, 'fill', repeat('x', 1000000)), pg_switch_wal()`);
    return false;
  } catch {
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}

test(
  'when strangers hold every connection the counter says when to come back, and goes on when they are gone',
  async () => {
    const acknowledged: string[] = [];
    expect((await accept(acknowledged)).status).toBe(201);
    await db.destroy();
    const strangers = await everyConnection();
    // The pool of a process that has just been started has none yet.
    db = connect(url(), { max: 5 });
    api.stop();
    api = await serveApp(db);
    const anybody = caller(api.url, { Authorization: `Bearer ${newToken()}` });
    expect(told(await anybody.get('/me'))).toEqual(AWAY);
    expect(told(await anybody.get('/readyz'))).toEqual(AWAY);

    await Promise.all(strangers.map((stranger) => stranger.end()));
    await eventually(async () => (await anybody.get('/readyz')).status === 200);
    await nothingLost(acknowledged);
  },
  PATIENT,
);

async function everyConnection(): Promise<pg.Client[]> {
  const strangers: pg.Client[] = [];
  for (;;) {
    const stranger = new pg.Client({ connectionString: url(), application_name: 'stranger' });
    stranger.on('error', () => {});
    try {
      await stranger.connect();
    } catch (error) {
      expect((error as { code?: string }).code).toBe('53300');
      return strangers;
    }
    strangers.push(stranger);
  }
}
