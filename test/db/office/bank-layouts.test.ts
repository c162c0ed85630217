import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBankLayouts } from '../../../db/office/bank-layouts.ts';
import { checkBankLayout, readLayoutDate } from '../../../domain/money/bank-layout.ts';
import { SHIPPED_LAYOUTS } from '../../builders/bank-layouts.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

test('an office begins with layouts that can be used', async () => {
  expect((await listBankLayouts(api.db)).sort(byName)).toEqual([...SHIPPED_LAYOUTS].sort(byName));
  expect(SHIPPED_LAYOUTS.flatMap(checkBankLayout)).toEqual([]);
});

test('a new bank is a row: put, listed, replaced, and refused with all of its defects', async () => {
  const administrator = await api.asNew(['administrator']);
  const layout = { ...SHIPPED_LAYOUTS[0]!, name: '样例银行' };
  expect((await administrator.send('PUT', '/bank-layouts', layout)).status).toBe(200);
  expect((await administrator.send('PUT', '/bank-layouts', { ...layout, delimiter: 'tab' })).status).toBe(200);
  const { items } = (await administrator.get('/bank-layouts')).body;
  expect(items.filter(({ name }: { name: string }) => name === '样例银行')).toMatchObject([{ delimiter: 'tab' }]);
  const wrong = {
    ...layout,
    columns: { amount: ['金额'], credit: ['金 额'] },
    creditWords: ['贷', 'C'],
    debitWords: ['Ｃ'],
    dateFormats: [],
  };
  const refused = await administrator.send('PUT', '/bank-layouts', wrong);
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual([
    'columns.bookedOn missing',
    'columns.amount twoWays',
    'columns.memo missing',
    'creditWords sign',
    'dateFormats missing',
    'columns.credit twice',
    'creditWords twice',
  ]);
});

test('the office’s accounts are put together, in one form', async () => {
  const administrator = await api.asNew(['administrator']);
  const items = [
    { number: '6222 0000-1111', name: '收入户' },
    { number: '６２２２00001111', name: '收入户' },
  ];
  expect((await administrator.send('PUT', '/bank-accounts', { items })).body).toEqual({
    items: [{ number: '622200001111', name: '收入户', bank: '', bankCode: '', onLetters: true }],
  });
  expect((await administrator.send('PUT', '/bank-accounts', { items: [] })).body).toEqual({ items: [] });
});

test.each([
  ['2026/1/5', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['２０２６-01-05 13:45:00', '2026-01-05'],
  ['20260105 134500', '2026-01-05'],
  ['05.01.2026', '05.01.2026'],
])('the day %s is read as %s', (written, day) => {
  expect(readLayoutDate(written, SHIPPED_LAYOUTS[0]!.dateFormats)).toBe(day);
});
