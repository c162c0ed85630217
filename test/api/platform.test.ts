/** The national platform’s differences over HTTP: by day, kind and owner, and settled once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringIn, standInNovember2026 } from '../builders/imports.ts';
import { aPerson, seeded } from '../builders/persons.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let manager: Caller;
const row = (number: number) => {
  const { name, idNumber } = aPerson(seeded(number));
  return {
    统计日期: '2026-11-20',
    业务流水号: `QG${String(number)}`,
    业务方向: number % 2 === 0 ? '转入' : '转出',
    到达时间: '2026-11-10 09:30:00',
    状态: '办理中',
    在途天数: '20',
    对方行政区划: '330100',
    姓名: name,
    公民身份号码: idNumber,
  };
};
beforeAll(async () => {
  api = await startApi();
  await standInNovember2026(api.db);
  [clerk, manager] = [await api.as('clerk'), await api.as('manager')];
});
afterAll(() => api.stop());

const list = async (query = '', who = clerk) => (await who.get(`/platform-differences${query}`)).body;

test('an office without a list is told so', async () => {
  expect(await list()).toEqual({ listedOn: null, sides: [], items: [] });
});

test('the list of a day, by kind, direction and owner; what its own list does not call late is held against the limit', async () => {
  await bringIn(api.db, api.office, 'platformInTransit', [row(1), row(2), row(3)]);
  const { listedOn, sides, items } = await list();
  expect([listedOn, items.length, items[0].serial, items[0].owner.id]).toEqual([
    '2026-11-20',
    3,
    'QG1',
    api.office.staff.manager,
  ]);
  expect(sides).toMatchObject([
    { direction: 'in', there: 1, overdueThere: 1 },
    { direction: 'out', there: 2, overdueThere: 2 },
  ]);
  const count = async (query: string, who = clerk) => (await list(query, who)).items.length;
  expect(await count('?direction=out')).toBe(2);
  expect(await count('?kind=onlyHere')).toBe(0);
  expect([await count('?mine=true'), await count('?mine=true', manager)]).toEqual([0, 3]);
  expect((await list('?day=2026-11-19')).listedOn).toBeNull();
  expect((await clerk.get('/platform-differences?kind=zz&day=x')).body.errors).toHaveLength(2);
});

test('a difference is settled once, with what it was; its words are kept sealed', async () => {
  const { id } = (await list()).items[0];
  const settle = (note: string, of = id) => clerk.post(`/platform-differences/${of}/settling`, { note });
  expect((await settle('')).status).toBe(422);
  expect((await settle('对方尚未受理，已电话确认')).status).toBe(204);
  const settled = (await list()).items.find((one: { id: string }) => one.id === id);
  expect([settled.note, typeof settled.settledAt]).toEqual(['对方尚未受理，已电话确认', 'string']);
  expect((await settle('再次')).status).toBe(409);
  expect((await settle('没有', '00000000-0000-4000-8000-000000000000')).status).toBe(404);
  const finance = await api.asNew(['administrator']);
  expect((await finance.get('/platform-differences')).status).toBe(403);
});
