/** Who may do what takes two administrators, unless no second one was here lately. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordLogin } from '../../db/office/sessions.ts';
import type { Role } from '../../domain/roles.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { onlyAdministrators, signsIn, type Account } from '../builders/administrators.ts';

let api: TestApi;
let first: Account;
let second: Account;
let third: Account;
beforeAll(async () => {
  api = await startApi();
  [first, second, third] = (await onlyAdministrators(api, 3)) as [Account, Account, Account];
});
afterAll(() => api.stop());

/** Only who has signed in lately is a second one. */
beforeEach(() => sql`delete from logins`.execute(api.db).then(() => undefined));

const confirm = ({ caller }: Account, id: string) => caller.post(`/approvals/${id}/confirmation`);
const patch = ({ caller }: Account, id: string, body: object) => caller.send('PATCH', `/staff/${id}`, body);
const rolesOf = async (id: string): Promise<Role[]> =>
  (await first.caller.get('/staff')).body.items.find((one: { id: string }) => one.id === id).roles as Role[];

async function lastTold(staffId: string) {
  const { rows } = await sql<{ by_staff_id: string; payload: Record<string, unknown> }>`select by_staff_id, payload
    from office_events where kind = 'staffChanged' and payload ->> 'staffId' = ${staffId} order by id desc limit 1`.execute(
    api.db,
  );
  return rows[0];
}

test('nobody acts alone while a second administrator was here lately; before that it is marked', async () => {
  const { clerk } = api.office.staff;
  await signsIn(api, first);
  expect((await patch(first, clerk, { roles: ['clerk', 'letterClerk'] })).status).toBe(200);
  expect(await lastTold(clerk)).toMatchObject({ by_staff_id: first.id, payload: { alone: true } });
  await signsIn(api, second);
  const answer = await patch(first, clerk, { roles: ['clerk'], post: '受理岗' });
  expect([answer.status, answer.body.kind]).toEqual([202, 'staffAccess']);
  expect(answer.body.changes).toContainEqual({ field: 'roles', was: 'clerk,letterClerk', becomes: 'clerk' });
  expect(await rolesOf(clerk)).toEqual(['clerk', 'letterClerk']);
  expect((await confirm(first, answer.body.id)).status).toBe(409);
  expect((await confirm(second, answer.body.id)).status).toBe(200);
  expect(await rolesOf(clerk)).toEqual(['clerk']);
  expect(await lastTold(clerk)).toMatchObject({ by_staff_id: first.id, payload: { confirmedBy: second.id } });
  await sql`update logins set at = now() - interval '31 days' where staff_id = ${second.id}`.execute(api.db);
  expect((await patch(first, clerk, { roles: ['clerk', 'letterClerk'] })).status).toBe(200);
});

test('a role change that somebody else has made meanwhile is overtaken', async () => {
  const { reviewer } = api.office.staff;
  await signsIn(api, second);
  const waiting = await patch(first, reviewer, { roles: ['reviewer', 'clerk'] });
  await sql`insert into staff_roles values (${reviewer}, 'letterClerk')`.execute(api.db);
  const answer = await confirm(second, waiting.body.id);
  expect([answer.status, answer.body.changed]).toEqual([
    409,
    [{ field: 'roles', was: 'reviewer', becomes: 'letterClerk,reviewer' }],
  ]);
});

test('who gains a role does not confirm it', async () => {
  await Promise.all([signsIn(api, second), signsIn(api, third)]);
  await sql`delete from staff_roles where staff_id = ${third.id}`.execute(api.db);
  const back = await patch(first, third.id, { roles: ['administrator'] });
  await sql`insert into staff_roles values (${third.id}, 'administrator')`.execute(api.db);
  expect((await confirm(third, back.body.id)).status).toBe(409);
  const off = await patch(first, api.office.staff.finance, { active: false });
  expect(off.status).toBe(200);
  const on = await patch(first, api.office.staff.finance, { active: true });
  expect(on.status).toBe(202);
  expect((await confirm(second, on.body.id)).status).toBe(200);
});

test('a role change that would leave no administrator is refused, also when two are confirmed at once', async () => {
  const anew = await startApi();
  try {
    await sql`delete from staff_roles where role = 'administrator'`.execute(anew.db);
    const [one, other] = await Promise.all([anew.asNew(['administrator']), anew.asNew(['administrator'])]);
    const ids = await Promise.all([one, other].map(async (who) => (await who.get('/me')).body.id as string));
    for (const staffId of ids) await recordLogin(anew.db, { officeId: anew.office.officeId, staffId, succeeded: true });
    const [a, b] = [ids[0]!, ids[1]!];
    const end = (who: Caller, id: string) => who.send('PATCH', `/staff/${id}`, { active: false });
    const [endsB, endsA] = [await end(one, b), await end(other, a)];
    const confirmed = (who: Caller, { body }: Answer) => who.post(`/approvals/${body.id}/confirmation`);
    const answers = await Promise.all([confirmed(other, endsB), confirmed(one, endsA)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } =
      await sql`select from staff_roles join staff on id = staff_id where role = 'administrator' and active`.execute(
        anew.db,
      );
    expect(rows).toHaveLength(1);
  } finally {
    await anew.stop();
  }
});

test('roles that are toxic together are refused, of a new account too', async () => {
  const both = await patch(first, api.office.staff.clerk, { roles: ['administrator', 'finance'] });
  expect(fieldsOf(both)).toEqual(['roles: toxicPair']);
  const account = { username: 'both', displayName: '二者', roles: ['administrator', 'manager'] };
  expect(fieldsOf(await first.caller.post('/staff', account))).toEqual(['roles: toxicPair']);
});

test('a new account gets its roles from two, and its password from neither of them alone', async () => {
  await signsIn(api, second);
  const account = { username: 'newcomer', displayName: '新同事', roles: ['clerk'] };
  const known = await first.caller.post('/staff', { ...account, password: 'known-to-one' });
  expect(fieldsOf(known)).toEqual(['password: twoPeople']);
  const added = await first.caller.post('/staff', account);
  expect([added.status, added.body.kind]).toEqual([202, 'staffAccess']);
  const { becomes: id } = added.body.changes.find(({ field }: { field: string }) => field === 'staff');
  expect(await rolesOf(id)).toEqual([]);
  expect((await confirm(second, added.body.id)).status).toBe(200);
  expect(await rolesOf(id)).toEqual(['clerk']);
});

describe('a password for somebody else', () => {
  const usernameOf = async (id: string): Promise<string> =>
    (await first.caller.get('/staff')).body.items.find((one: { id: string }) => one.id === id).username as string;

  test('is told once, to who confirms it, and never to who proposed it', async () => {
    const { letterClerk } = api.office.staff;
    await signsIn(api, second);
    expect(fieldsOf(await patch(first, letterClerk, { password: 'known-to-one' }))).toEqual(['password: twoPeople']);
    const proposed = await first.caller.post(`/staff/${letterClerk}/password`);
    expect(proposed.status).toBe(202);
    const done = await confirm(second, proposed.body.id);
    const { password } = done.body.toldOnce as { password: string };
    expect(password).toMatch(/^[\w-]{16}$/);
    for (const { caller } of [first, second])
      expect((await caller.get(`/approvals/${proposed.body.id}`)).text).not.toContain(password);
    const { rows } = await sql<{ text: string }>`select row_to_json(a)::text as text from approvals a
      union all select row_to_json(e)::text from office_events e`.execute(api.db);
    expect(rows.filter(({ text }) => text.includes(password))).toEqual([]);
    const signedIn = await api.anonymous.post('/sessions', { username: await usernameOf(letterClerk), password });
    expect([signedIn.status, signedIn.body.me.mustChangePassword]).toEqual([201, true]);
    const here = { Authorization: `Bearer ${signedIn.body.token as string}` };
    const same = await api.anonymous.send('PUT', '/me/password', { current: password, next: password }, here);
    expect(fieldsOf(same)).toEqual(['next: samePassword']);
  });

  test('is neither confirmed nor refused by that somebody, and no way to one’s own', async () => {
    await signsIn(api, second);
    const proposed = await first.caller.post(`/staff/${second.id}/password`);
    expect((await confirm(second, proposed.body.id)).status).toBe(409);
    const refused = await second.caller.post(`/approvals/${proposed.body.id as string}/refusal`, { note: '不必' });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/separation-of-duties']);
    expect((await first.caller.get(`/approvals/${proposed.body.id as string}`)).body.state).toBe('waiting');
    expect((await first.caller.post(`/staff/${first.id}/password`)).status).toBe(403);
  });

  test('is given by one alone, and marked, where there is no second', async () => {
    const { entryClerk } = api.office.staff;
    const given = await first.caller.post(`/staff/${entryClerk}/password`);
    expect([given.status, typeof given.body.password]).toEqual([200, 'string']);
    expect(await lastTold(entryClerk)).toMatchObject({ payload: { changed: ['password'], alone: true } });
  });
});

const REST_OF_THE_YEAR = ['2027-02-06', '2027-05-01', '2027-10-01'].map((day) => ({ from: day, to: day }));

test('a holiday notice is loaded when another administrator has confirmed it, and overtaken by another of that year', async () => {
  const notice = {
    notice: '关于2027年部分节假日安排的通知',
    rest: [{ from: '2027-01-01', to: '2027-01-03' }, ...REST_OF_THE_YEAR],
    work: [],
  };
  await signsIn(api, second);
  const load = (body: object) => first.caller.send('PUT', '/calendar/2027', body);
  const proposed = await load(notice);
  expect([proposed.status, proposed.body.kind]).toEqual([202, 'loadCalendar']);
  expect(proposed.body.changes).toContainEqual({ field: '2027-01-01', was: null, becomes: 'rest' });
  expect((await first.caller.get('/calendar/2027')).status).toBe(404);
  expect((await confirm(second, proposed.body.id)).status).toBe(200);
  expect((await first.caller.get('/calendar/2027')).body.notice).toBe(notice.notice);
  const corrected = await load({
    ...notice,
    rest: [{ from: '2027-01-01', to: '2027-01-02' }, ...REST_OF_THE_YEAR],
    replaces: true,
  });
  await sql`update calendar_years set loaded_at = now() + interval '1 second' where year = 2027`.execute(api.db);
  expect((await confirm(second, corrected.body.id)).status).toBe(409);
});
