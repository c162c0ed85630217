/** Due dates over HTTP against the notices as they were published, read by nothing of the product. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dueBy, isoDay, msOf } from '../builders/published-notices.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi({ requestsPerMinute: 1_000_000 });
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const asked = async (startedOn: string, workingDays: number) => {
  const { body } = await clerk.get(`/checks/due-date?startedOn=${startedOn}&workingDays=${String(workingDays)}`);
  return body;
};

/** Whole numbers from 0 to below `most`, the same ones in each run (mulberry32). */
function drawsOf(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  };
}

const daysBetween = (from: string, to: string): number => (msOf(to) - msOf(from)) / 86_400_000;

test('2,000 random due dates are those of the published notices, day by day, and their explanations add up', async () => {
  const draw = drawsOf(2026);
  const cases = Array.from({ length: 2000 }, () => ({
    startedOn: isoDay(Date.UTC(2023, 0, 1) + draw(1800) * 86_400_000),
    workingDays: draw(10) === 0 ? draw(3) : draw(80),
  }));
  const wrong: unknown[] = [];
  for (let no = 0; no < cases.length; no += 20)
    await Promise.all(
      cases.slice(no, no + 20).map(async ({ startedOn, workingDays }) => {
        const { publishedUntil, ...body } = await asked(startedOn, workingDays);
        const right = { startedOn, workingDays, ...dueBy(startedOn, workingDays) };
        const addsUp = daysBetween(startedOn, body.dueOn) === workingDays + body.skipped.length;
        const isSame = JSON.stringify(sorted(body)) === JSON.stringify(sorted(right));
        if (!isSame || !addsUp || publishedUntil !== '2026-12-31') wrong.push({ body, right });
      }),
    );
  expect(wrong.slice(0, 2)).toEqual([]);
}, 60_000);

const sorted = (body: object) => Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1));

test('every day that did not count is said, and every weekend that did', async () => {
  const body = await asked('2025-09-22', 10);
  expect(body).toMatchObject({
    dueOn: '2025-10-11',
    provisional: false,
    workedWeekends: ['2025-09-28', '2025-10-11'],
  });
  expect(body.skipped[0]).toEqual({ date: '2025-09-27', why: 'weekend' });
  expect(fieldsOf(await clerk.get('/checks/due-date?startedOn=2025-09-22&workingDays=501'))).toEqual([
    'workingDays: outOfRange',
  ]);
});
