import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptSessions } from '../../../db/office/kept-sessions.ts';
import { createSession, endSession } from '../../../db/office/sessions.ts';
import { setRoles, updateStaff } from '../../../db/office/staff.ts';
import { anOffice, type TestOffice } from '../../builders/office.ts';
import { countedDatabase, type CountedDatabase } from '../../support/counted.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

let fresh: FreshDatabase;
let office: TestOffice;
let counted: CountedDatabase;
let kept: KeptSessions;
let token: Buffer;
let listening: { stop(): Promise<void> };
beforeEach(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  counted = countedDatabase(fresh.url);
  kept = new KeptSessions();
  listening = kept.startListening(fresh.url);
  token = randomBytes(32);
  await createSession(fresh.db, office.staff.clerk, token);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await listening.stop();
  await counted.db.destroy();
  await fresh.drop();
});

const find = () => kept.find(counted.db, token);
/** Whether it was answered without the database. */
const isKept = async (): Promise<boolean> => (await counted.of(find)).statements.length === 0;

test('is read once in five seconds', async () => {
  await eventually(isKept);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 5_001);
  expect(await isKept()).toBe(false);
});

test.each([
  ['a sign-out', () => endSession(fresh.db, token), undefined],
  ['a closed account', () => updateStaff(fresh.db, office.staff.clerk, { active: false }), undefined],
  [
    'another password',
    () => updateStaff(fresh.db, office.staff.clerk, { mustChangePassword: true }),
    { mustChangePassword: true },
  ],
  ['other roles', () => setRoles(fresh.db, office.staff.clerk, ['manager']), { roles: ['manager'] }],
  [
    'a session that was cut short',
    () =>
      fresh.db
        .updateTable('sessions')
        .set({ expires_at: sql`now()` })
        .execute(),
    undefined,
  ],
])('in another process, %s is heard of', async (_, end, then) => {
  await eventually(isKept);
  await end();
  // Long before the five seconds are over.
  await eventually(async () => expect(await find()).toEqual(then && expect.objectContaining(then)), {
    withinMs: 2_000,
  });
});

test('that somebody is still there makes nobody forget', async () => {
  await eventually(isKept);
  await sql`update sessions set last_seen_at = now()`.execute(fresh.db);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await isKept()).toBe(true);
});

test('while nobody can be heard nothing is kept', async () => {
  await eventually(isKept);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'baton-api-sessions'`.execute(fresh.db);
  await eventually(async () => !(await isKept()));
  expect(await isKept()).toBe(false);
  await eventually(isKept);
});

test('what is forgotten while it is being read is not kept', async () => {
  await eventually(isKept);
  kept.forget();
  const reading = find();
  kept.forget();
  await reading;
  expect(await isKept()).toBe(false);
});
