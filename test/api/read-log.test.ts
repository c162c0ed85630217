/** Whatever shows persons is noted: who, what, when; and whoever answers for it can read that. */
import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READS } from '../../api/door/read-log.ts';
import { LookUpLog } from '../../db/office/look-up-log.ts';
import { forgetLookUps } from '../../db/office/looked-at.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { testKeyring } from '../builders/office.ts';
import { aResidentId, anAcceptedTransfer, stewardedBy } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';

let api: TestApi;
let clerk: Caller;
let manager: Caller;
let id: string;
beforeAll(async () => {
  api = await startApi();
  [clerk, manager] = [await api.as('clerk'), await api.as('manager')];
  id = await anAcceptedTransfer(api.db, api.office);
  await stewardedBy(api.db, api.office.staff.clerk, id);
});
afterAll(() => api.stop());

interface Shown {
  kind: string;
  by: { id: string };
  transferIds: string[];
  at: string;
}
const read = async (query = ''): Promise<Shown[]> => (await manager.get(`/look-ups?limit=100${query}`)).body.items;

test('a transfer, its history and a list with names are noted without a word of them', async () => {
  const paths = [`/transfers/${id}`, `/transfers/${id}/events`, '/transfers', '/letters'];
  for (const path of paths) expect((await clerk.get(path)).status).toBe(200);
  const shown = await read(`&staffId=${api.office.staff.clerk}`);
  expect(shown.map(({ kind, by, transferIds }) => [kind, by.id, transferIds])).toEqual([
    ['transfers', api.office.staff.clerk, [id]],
    ['events', api.office.staff.clerk, [id]],
    ['transferInFull', api.office.staff.clerk, [id]],
  ]);
  expect(JSON.stringify(shown)).not.toContain('样例甲');
});

test('a page that stays open is one look, a list that shows nobody none', async () => {
  const before = (await read()).filter(({ kind }) => kind !== 'lookUps');
  for (let n = 0; n < 3; n++) for (const path of [`/transfers/${id}`, '/letters', '/approvals']) await clerk.get(path);
  expect((await read()).filter(({ kind }) => kind !== 'lookUps')).toEqual(before);
  await (await api.as('reviewer2')).get(`/transfers/${id}`);
  expect((await read()).filter(({ kind }) => kind !== 'lookUps')).toHaveLength(before.length + 1);
});

test('money is noted with the transfers that it belongs to', async () => {
  const credit = { officeId: api.office.officeId, serial: 'R1', bookedOn: '2026-01-05', amountFen: 100, memo: '' };
  await api.db
    .transaction()
    .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '付款人', payerAccount: '01' }));
  const finance = await api.as('finance');
  const [{ id: creditId, parts }] = (await finance.get('/credits')).body.items;
  const match = { partId: parts[0].id, decision: 'match', transferId: id };
  await finance.post(`/credits/${creditId}/matches`, match, aKey());
  await finance.get('/credits');
  const seen = (await read(`&staffId=${api.office.staff.finance}`)).filter(({ kind }) => kind === 'credits');
  expect(seen.map(({ transferIds }) => transferIds)).toEqual([[id], []]);
});

test('a refusal in writing, a corrected contact and a proposed name are noted', async () => {
  const application = {
    person: { name: '样例乙', idNumber: aResidentId() },
    counterpartAreaCode: '310000',
    drawsPension: true,
  };
  const { body } = await clerk.post('/refusals', { application, reasonCode: 'A02' }, aKey());
  const asked = await Promise.all([
    clerk.get('/refusals'),
    clerk.get(`/refusals/${body.id as string}`),
    clerk.send('PATCH', `/transfers/${id}/contact`, { address: '样例路3号', identitySeen: true }),
    clerk.send('PATCH', `/transfers/${id}/identity`, { name: '样例丙' }, aKey()),
  ]);
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 202]);
  const shown = (await read(`&staffId=${api.office.staff.clerk}`)).slice(0, 4);
  expect(shown.map(({ kind, transferIds }) => `${kind} ${transferIds.join()}`).sort()).toEqual([
    `approvals ${id}`,
    'refusals ',
    'refusals ',
    `transferInFull ${id}`,
  ]);
});

test('what was refused has shown nothing', async () => {
  const before = (await read()).length;
  expect((await (await api.asNew(['administrator'])).get(`/transfers/${id}`)).status).toBe(403);
  expect((await clerk.get('/transfers/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  // Reading the log is noted, and nothing else came.
  expect((await read()).length).toBe(before + 1);
});

test('it is read by whoever may, of a transfer, of days, page by page', async () => {
  expect((await clerk.get('/look-ups')).status).toBe(403);
  const of = await read(`&transferId=${id}`);
  expect(of.length).toBeGreaterThan(3);
  expect(of.every(({ transferIds }) => transferIds.includes(id))).toBe(true);
  const { items, next } = (await manager.get('/look-ups?limit=2')).body;
  const rest = (await manager.get(`/look-ups?limit=2&cursor=${next as string}`)).body.items;
  expect([...items, ...rest].map((one: { id: number }) => one.id)).toEqual(
    [...items, ...rest].map((one: { id: number }) => one.id).sort((a: number, b: number) => b - a),
  );
  const day = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await read(`&from=${day(Date.now() - 86_400_000)}&to=${day(Date.now() + 86_400_000)}`)).not.toEqual([]);
  expect(await read(`&from=${day(Date.now() + 86_400_000)}`)).toEqual([]);
});

test('nobody waits for it: it is written within a second, by itself, and many in one statement', async () => {
  const log = new LookUpLog(api.db, { everyMs: 50 });
  const about = { officeId: api.office.officeId, staffId: api.office.staff.reviewer, kind: 'transfer' };
  for (let n = 0; n < 40; n++) log.note({ ...about, transferIds: [id] });
  const written = await eventually(async () => {
    const rows = await api.db.selectFrom('look_ups').selectAll().where('staff_id', '=', about.staffId).execute();
    if (rows.length < 40) throw new Error(`${String(rows.length)} of 40`);
    return rows;
  });
  const { rows } = await sql<{ writings: number }>`select count(distinct xmin::text)::integer as writings
    from look_ups where staff_id = ${about.staffId}`.execute(api.db);
  expect([written.length, rows[0]!.writings]).toEqual([40, 1]);
});

test('what cannot be written waits, and says what it had to give up', async () => {
  const failures: number[] = [];
  const fails = { db: api.db.withSchema('nowhere'), of: { everyMs: 1_000_000, keepAtMost: 3 } };
  const log = new LookUpLog(fails.db, { ...fails.of, onFailure: (_, lost) => failures.push(lost) });
  const about = { officeId: api.office.officeId, staffId: 'nobody', kind: 'x', transferIds: [] };
  for (let n = 0; n < 3; n++) log.note(about);
  await log.flush();
  log.note(about);
  await log.flush();
  expect(failures).toEqual([0, 1]);
});

test('what is older than the rule says is forgotten', async () => {
  await sql`update look_ups set at = now() - interval '35 months'`.execute(api.db);
  expect(await forgetLookUps(api.db)).toBe(0);
  await sql`update look_ups set at = now() - interval '37 months'`.execute(api.db);
  expect(await forgetLookUps(api.db)).toBeGreaterThan(10);
  expect(await api.db.selectFrom('look_ups').selectAll().execute()).toEqual([]);
});

describe('the contract', () => {
  interface Schema {
    readonly $ref?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly [more: string]: unknown;
  }
  interface Operation {
    readonly operationId: string;
    readonly responses: Readonly<Record<string, unknown>>;
  }
  const document = load(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const PERSONAL = ['personName', 'mobile', 'payerName', 'memo', 'payload', 'note', 'answer', 'text', 'employer'];
  /** Shows something of that name, and is not noted as a reading. */
  const NO_READING: Readonly<Record<string, string>> = {
    acceptTransfer: 'the answer to what was just said, which is an event',
    recordFact: 'the answer to what was just said, which is an event',
    writeHandOverNote: 'the answer to what was just said, which is an event',
    refuseApplication: 'the answer to what was just said, which is an event',
    decideMatch: 'the answer to what was just decided, which is an event',
    searchTransfers: 'noted where it is answered, by what was searched',
    revealPerson: 'noted before it is answered, with the reason',
    confirmApproval: 'the answer to what was just decided, which is an event',
    refuseApproval: 'the answer to what was just decided, which is an event',
    returnCredit: 'the answer to what was just proposed, which is a row with its name',
    addStaff: 'about a colleague',
    changeStaff: 'about a colleague',
    resetPassword: 'about a colleague',
    addAbsence: 'about a colleague',
    endAbsence: 'about a colleague',
    listAbsences: 'about colleagues',
    loadCalendar: 'a setting of the office',
    putBankAccounts: 'a setting of the office',
    putInterestRate: 'a setting of the office',
    changeOffice: 'a setting of the office',
    putOfficeRule: 'a setting of the office',
    listMessageTemplates: 'a setting of the office',
    putMessageTemplate: 'a setting of the office',
    listBankLayouts: 'a setting of the office',
    putBankLayout: 'a setting of the office',
    listDrafts: 'what the reader has typed himself',
    readCompletion: 'figures and how they are counted',
    listPracticeMessages: 'of persons who are made up, in practice only',
  };

  function names(schema: unknown, seen: readonly string[] = []): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const { $ref: ref, properties = {} } = schema as Schema;
    if (ref !== undefined) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
      return seen.includes(ref) ? [] : names(found, [...seen, ref]);
    }
    return [...Object.keys(properties), ...Object.values(schema).flatMap((part) => names(part, seen))];
  }

  test('every operation that shows a person is noted, or says why not', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const showing = operations
      .filter(({ operationId, responses }) => operationId && success(responses).some((name) => PERSONAL.includes(name)))
      .map(({ operationId }) => operationId);
    const known = [...Object.keys(READS), ...Object.keys(NO_READING)];
    expect(showing.filter((operation) => !known.includes(operation))).toEqual([]);
    expect(Object.keys(NO_READING).filter((operation) => !showing.includes(operation))).toEqual([]);
  });

  const success = (responses: Readonly<Record<string, unknown>>): string[] =>
    Object.entries(responses).flatMap(([status, response]) => (status.startsWith('2') ? names(response) : []));
});
