/** Limits and rules of the office: from a day on, by two administrators where there are two; what is open keeps its own. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../domain/procedures/procedure.ts';
import { onlyAdministrators, signsIn, type Account } from '../builders/administrators.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
let first: Account;
let second: Account;
beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-07-01T10:00:00+08:00');
  [first, second] = (await onlyAdministrators(api, 2)) as [Account, Account];
});
afterAll(() => api.stop());
beforeEach(async () => {
  await sql`delete from logins`.execute(api.db);
});

const ACCEPT = { name: 'accept', direction: 'in', procedureType: 'employee' } as const;
const put = (rule: object) =>
  first.caller.send('PUT', '/office-rules', { source: '服务承诺', fromDay: '2026-07-10', ...rule });
const ruleOf = async (name: string) =>
  (await first.caller.get('/office-rules')).body.items.find((rule: { name: string }) => rule.name === name);
const ruleVersionOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ version: string }>`select c.rule_version as version from cases c
    join transfers t on t.case_id = c.id where t.id = ${id}`.execute(api.db);
  return rows[0]!.version;
};
const dueOn = async (id: string): Promise<string> => {
  const { rows } = await sql<{ due: string }>`select due_on::text as due from steps where transfer_id = ${id}`.execute(
    api.db,
  );
  return rows[0]!.due;
};

test('all that the office may set is there, with its source, since when, and what bounds it', async () => {
  const { status, body, text } = await first.caller.get('/office-rules');
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  const names = body.items.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining([...LIMITS, 'silentAfterWorkingDays', 'lookUpsKeptMonths']));
  expect(await ruleOf('accept')).toMatchObject({
    now: { value: 15, fromDay: '2010-01-01' },
    ahead: [],
    least: 1,
    most: 15,
    law: '国办发〔2009〕66号 第八条',
  });
});

test('one alone sets it, marked; open cases keep theirs, and who is accepted from the day on has the new one', async () => {
  const open = await anAcceptedTransfer(api.db, api.office);
  const before = await dueOn(open);
  expect((await put({ ...ACCEPT, value: 10 })).status).toBe(200);
  expect(await ruleOf('accept')).toMatchObject({ now: { value: 15 }, ahead: [{ value: 10, fromDay: '2026-07-10' }] });
  const sameDay = await anAcceptedTransfer(api.db, api.office);
  expect(await dueOn(sameDay)).toBe(before);
  await standClockAt(api.db, '2026-07-10T10:00:00+08:00');
  expect(await ruleOf('accept')).toMatchObject({ now: { value: 10, source: '服务承诺' }, ahead: [] });
  expect(await ruleOf('own')).toMatchObject({ now: { value: 15, fromDay: '2010-01-01' } });
  const later = await anAcceptedTransfer(api.db, api.office);
  expect([await ruleVersionOf(open), await ruleVersionOf(later)]).toEqual(['2010-66', 'office-2026-07-10']);
  // Ten working days from Friday, 10 July: Friday, 24 July.
  expect(await dueOn(later)).toBe('2026-07-24');
  expect(await dueOn(open)).toBe(before);
  const { rows } = await sql<{ payload: Record<string, unknown> }>`select payload from office_events
    where kind = 'officeRuleSet' order by id`.execute(api.db);
  expect(rows.map(({ payload }) => [payload['name'], payload['value'], payload['alone']])).toEqual([
    ['accept', 10, true],
  ]);
});

test('what comes and only repeats goes with a change before it; what it says itself stays', async () => {
  expect((await put({ ...ACCEPT, name: 'match', value: 4, fromDay: '2026-09-01' })).status).toBe(200);
  expect((await put({ ...ACCEPT, name: 'resend', value: 3, fromDay: '2026-08-03' })).status).toBe(200);
  expect((await put({ ...ACCEPT, name: 'match', value: 2, fromDay: '2026-08-03' })).status).toBe(200);
  expect(await ruleOf('resend')).toMatchObject({ now: { value: 5 }, ahead: [{ value: 3, fromDay: '2026-08-03' }] });
  expect(await ruleOf('match')).toMatchObject({
    now: { value: 5 },
    ahead: [
      { value: 2, fromDay: '2026-08-03' },
      { value: 4, fromDay: '2026-09-01' },
    ],
  });
});

test('a rule of the whole office holds from its day on', async () => {
  expect((await put({ name: 'silentAfterWorkingDays', value: 5, fromDay: '2026-08-03' })).status).toBe(200);
  expect(await ruleOf('silentAfterWorkingDays')).toMatchObject({
    now: { value: 3 },
    ahead: [{ value: 5, fromDay: '2026-08-03' }],
    direction: null,
    procedureType: null,
  });
});

test('is refused with all that cannot be: more than the law gives, a day that has begun, none of the office', async () => {
  const codes = async (rule: object) =>
    ((await put(rule)).body.errors as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`);
  expect(await codes({ ...ACCEPT, value: 16, fromDay: '2026-07-10' })).toEqual(['value overLaw', 'fromDay notAhead']);
  expect(await codes({ ...ACCEPT, value: 10, fromDay: '2027-01-04' })).toEqual(['value unchanged']);
  expect(await codes({ name: 'lookUpsKeptMonths', value: 5, fromDay: '2029-01-01' })).toEqual([
    'value overLaw',
    'fromDay tooFar',
  ]);
  expect(await codes({ name: 'accept', value: 9, fromDay: '2027-01-04' })).toEqual(['name unknown']);
  expect(await codes({ ...ACCEPT, procedureType: 'unheardOf', value: 9, fromDay: '2027-01-04' })).toEqual([
    'name unknown',
  ]);
});

test('beside a second administrator it waits, and is done when that one confirms', async () => {
  await signsIn(api, second);
  const proposed = await put({ ...ACCEPT, name: 'courier', value: 8, fromDay: '2027-01-04' });
  expect([proposed.status, proposed.body.kind]).toEqual([202, 'officeRule']);
  expect(proposed.body.changes).toEqual(
    expect.arrayContaining([
      { field: 'officeRule', was: null, becomes: 'courier' },
      { field: 'value', was: 10, becomes: 8 },
      { field: 'fromDay', was: null, becomes: '2027-01-04' },
    ]),
  );
  expect((await ruleOf('courier')).ahead).toEqual([]);
  const confirmed = await second.caller.post(`/approvals/${proposed.body.id as string}/confirmation`, {});
  expect(confirmed.status).toBe(200);
  expect((await ruleOf('courier')).ahead).toEqual([{ value: 8, source: '服务承诺', fromDay: '2027-01-04' }]);
});
