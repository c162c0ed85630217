/** What the office says of itself: changed alone where there is one administrator, by two where there are two; it counts at once. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fieldsOf, startApi, type TestApi } from '../support/api.ts';
import { onlyAdministrators, signsIn, type Account } from '../builders/administrators.ts';

let api: TestApi;
let first: Account;
let second: Account;
beforeAll(async () => {
  api = await startApi();
  [first, second] = (await onlyAdministrators(api, 2)) as [Account, Account];
});
afterAll(() => api.stop());
beforeEach(async () => {
  await sql`delete from logins`.execute(api.db);
  await sql`delete from approvals`.execute(api.db);
});

const DETAILS = {
  name: '样例区社会保险经办中心',
  telephone: '010-66001234',
  opensAt: '08:30',
  closesAt: '17:30',
  noticeMode: 'weekly',
  noticeWeekday: 3,
  noticeTo: 'both',
  smsPrefixes: ['+852', '+853'],
};
const put = ({ caller }: Account, more: object = {}) => caller.send('PUT', '/office', { ...DETAILS, ...more });
const office = async ({ caller }: Account = first) => (await caller.get('/office')).body;
const told = async () =>
  (
    await sql<{ payload: object }>`select payload from office_events where kind = 'officeChanged' order by id`.execute(
      api.db,
    )
  ).rows.map(({ payload }) => payload);

test('one administrator alone changes it, marked; the area code stays', async () => {
  const { areaCode } = await office();
  const { status, body, text } = await put(first, { name: ` ${DETAILS.name} `, smsPrefixes: ['+853', '+852', '+853'] });
  expect([status, body], text).toEqual([200, { areaCode, ...DETAILS }]);
  expect(await office()).toEqual({ areaCode, ...DETAILS });
  expect(await told()).toEqual([{ ...DETAILS, alone: true }]);
  expect((await first.caller.get('/me')).body.office).toMatchObject({ name: DETAILS.name, telephone: '010-66001234' });
  // Said again it changes nothing.
  expect((await put(first)).status).toBe(200);
  expect(await told()).toHaveLength(1);
});

test('beside a second one it is proposed, field by field, and stands when he has confirmed it', async () => {
  await put(first);
  await signsIn(api, second);
  const before = await told();
  const proposed = await put(first, { telephone: '010-66005678', noticeMode: 'atOnce', smsPrefixes: [] });
  expect([proposed.status, proposed.body.kind]).toEqual([202, 'officeDetails']);
  expect(proposed.body.changes).toEqual([
    { field: 'officeTelephone', was: '010-66001234', becomes: '010-66005678' },
    { field: 'noticeMode', was: 'weekly', becomes: 'atOnce' },
    { field: 'smsPrefixes', was: '+852, +853', becomes: '' },
  ]);
  expect((await office()).telephone).toBe('010-66001234');
  const done = await second.caller.post(`/approvals/${proposed.body.id as string}/confirmation`);
  expect(done.status, done.text).toBe(200);
  expect(await office()).toMatchObject({ telephone: '010-66005678', noticeMode: 'atOnce', smsPrefixes: [] });
  expect((await told()).slice(before.length)).toMatchObject([{ confirmedBy: second.id }]);
});

test('every defect is told at once, proposed or not, and nothing changes', async () => {
  const before = await office();
  for (const someoneElse of [false, true]) {
    if (someoneElse) await signsIn(api, second);
    const wrong = await put(first, { name: '　', telephone: '12', opensAt: '18:00', closesAt: '09:00' });
    expect([wrong.status, fieldsOf(wrong)]).toEqual([
      422,
      ['closesAt: beforeFrom', 'name: tooShort', 'telephone: telephone'],
    ]);
  }
  const unreadable = await put(first, { opensAt: '25:00', noticeWeekday: 8, smsPrefixes: ['852'] });
  expect([unreadable.status, fieldsOf(unreadable).sort()]).toEqual([
    422,
    ['noticeWeekday: outOfRange', 'opensAt: form', 'smsPrefixes.0: form'],
  ]);
  expect(await office()).toEqual(before);
});

test('everybody signed in reads it, nobody but an administrator changes it', async () => {
  const clerk = await api.as('clerk');
  expect((await clerk.get('/office')).status).toBe(200);
  expect((await clerk.send('PUT', '/office', DETAILS)).status).toBe(403);
  expect((await api.anonymous.get('/office')).status).toBe(401);
});
