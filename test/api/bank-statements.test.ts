/** Statements of the bank as finance reads them: which came, where each ends, and whether it goes on from the one before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeIn } from '../builders/imports.ts';
import { statementFile, type Statement } from '../builders/statements.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let finance: Caller;
let number = 0;
const takes = (about: Statement) =>
  takeIn(
    api.db,
    api.office,
    'bankStatement',
    statementFile([{ ref: `S${String(++number)}`, yuan: '5.00', memo: '甲', day: about.from ?? '2026-11-02' }], about),
  );
beforeAll(async () => {
  api = await startApi();
  finance = await api.as('finance');
  await takes({ account: '1111', from: '2026-11-01', to: '2026-11-05', opening: '10.00', closing: '15.00' });
  await takes({ account: '1111', from: '2026-11-11', to: '2026-11-15', opening: '20.00', closing: '25.00' });
  await takes({ account: '2222', from: '2026-11-01', to: '2026-11-03' });
});
afterAll(() => api.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of the list
const listed = async (query = ''): Promise<any[]> =>
  (await finance.get(`/bank-statements?limit=100${query}`)).body.items;

test('a statement says its days, its balances, its file, and how it does not go on from the one before', async () => {
  const [, gap, beginning] = await listed();
  expect(gap).toMatchObject({
    account: '1111',
    fromOn: '2026-11-11',
    toOn: '2026-11-15',
    openingFen: 20_00,
    closingFen: 25_00,
    break: { kind: 'balance', beforeOn: '2026-11-05', beforeClosingFen: 15_00, missingFrom: null, missingTo: null },
  });
  expect(beginning.break).toBe(null);
  expect((await finance.get(`/imports/${gap.importId as string}`)).body).toMatchObject({ kind: 'bankStatement' });
});

test('what came late closes the gap; what covers the same days twice is said', async () => {
  await takes({ account: '1111', from: '2026-11-06', to: '2026-11-10', opening: '15.00', closing: '20.00' });
  expect((await listed('&account=1111')).map((one) => one.break)).toEqual([null, null, null]);
  await takes({ account: '2222', from: '2026-11-03', to: '2026-11-04' });
  await takes({ account: '2222', from: '2026-11-08', to: '2026-11-09' });
  expect((await listed('&account=22%2022')).map((one) => one.break)).toMatchObject([
    { kind: 'days', missingFrom: '2026-11-05', missingTo: '2026-11-07' },
    { kind: 'overlap', beforeOn: '2026-11-03' },
    null,
  ]);
});

test('of each account the last end, whatever came last; and all of them page by page', async () => {
  const ends = (await listed('&lastOnly=true')).map(({ account, toOn }) => [account, toOn]);
  expect(ends).toEqual([
    ['2222', '2026-11-09'],
    ['1111', '2026-11-15'],
  ]);
  const seen: number[] = [];
  for (let cursor = ''; ;) {
    const { body } = await finance.get(`/bank-statements?limit=2${cursor}`);
    seen.push(...body.items.map(({ id }: { id: number }) => id));
    if (!body.next) break;
    cursor = `&cursor=${body.next as string}`;
  }
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(new Set(seen).size).toBe(6);
  expect((await finance.get('/bank-statements?cursor=WyIwIl0')).status).toBe(422);
});

test('one that names no account is of the only one of the office', async () => {
  await api.db
    .insertInto('bank_accounts')
    .values({ office_id: api.office.officeId, number: '1111', name: '' })
    .execute();
  await takes({ from: '2026-11-16', to: '2026-11-16', opening: '25.00', closing: '30.00' });
  expect((await listed('&account=1111'))[0]).toMatchObject({ toOn: '2026-11-16', closingFen: 30_00, break: null });
});

test('they are for finance and the manager', async () => {
  for (const who of ['clerk', 'reviewer'] as const)
    expect((await (await api.as(who)).get('/bank-statements')).status).toBe(403);
  expect((await (await api.as('manager')).get('/bank-statements')).status).toBe(200);
});
