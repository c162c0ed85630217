import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBucket } from '../../../db/metrics/completion-cases.ts';
import { readCompletion } from '../../../db/metrics/completion.ts';
import { outFacts } from '../../builders/out-facts.ts';
import { recordCase, recordedOffice, type RecordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await recordedOffice(fresh.db);
  await received(647, { done: '2026-06-20', reissues: 0 });
  await received(13, { done: '2026-07-02', reissues: 1 });
});
afterAll(() => fresh.drop());

const JUNE = { direction: 'out' as const, from: '2026-06-01', to: '2026-06-30', asOf: '2026-11-20', knownAt: null };

/** Letters of 8 June, due 30 June; the form leaves two days before the money. */
async function received(times: number, answer: { done: string; reissues: number }) {
  for (let i = 0; i < times; i++) {
    await recordCase(fresh.db, office, {
      direction: 'out',
      facts: outFacts({
        receivedOn: '2026-06-08',
        formSentOn: '2026-06-18',
        fundSentOn: answer.done,
        reissuedOn: Array.from({ length: answer.reissues }, () => '2026-06-18'),
        recordedAt: '2026-07-10T00:00:00Z',
      }),
    });
  }
}

test('660 due, 647 in time and 13 after one re-issue are 98.03 and 100.00 per cent', async () => {
  const { periods, attempts } = await readCompletion(fresh.db, { officeId: office.officeId, ...JUNE });
  expect(attempts).toBeNull();
  expect(periods).toEqual({
    due: 660,
    inPeriod: { numerator: 647, denominator: 660, rate: '98.03' },
    second: { numerator: 660, denominator: 660, rate: '100.00' },
    withinTwoLimits: { numerator: 660, denominator: 660, rate: '100.00' },
    sameMonth: { numerator: 647, denominator: 660, rate: '98.03' },
  });
});

test('as of a day before the money left, nothing is done; before the rows were known, nothing is due', async () => {
  const at = async (more: object) =>
    (await readCompletion(fresh.db, { officeId: office.officeId, ...JUNE, ...more })).periods;
  expect(await at({ asOf: '2026-06-19' })).toMatchObject({ due: 660, inPeriod: { numerator: 0, rate: '0.00' } });
  expect(await at({ asOf: '2026-06-07' })).toMatchObject({ due: 0, inPeriod: { rate: null } });
  expect(await at({ knownAt: '2026-07-09T00:00:00Z' })).toMatchObject({ due: 0 });
});

test.each([
  ['cohort', 660],
  ['inPeriod', 647],
  ['second', 660],
  ['withinTwoLimits', 660],
  ['sameMonth', 647],
  ['notInPeriod', 13],
] as const)('the number %s opens its %i cases', async (bucket, count) => {
  const page = await listBucket(fresh.db, { officeId: office.officeId, ...JUNE }, bucket, { limit: 200 });
  expect(page?.count).toBe(count);
  expect(page?.transferIds).toHaveLength(Math.min(count, 200));
});

test('the year before is compared by name', async () => {
  const question = { officeId: office.officeId, ...JUNE, compareWith: 'yearBefore' as const };
  expect((await readCompletion(fresh.db, question)).yearBefore).toEqual({
    rates: { inPeriod: null, second: null, withinTwoLimits: null, sameMonth: null },
    differenceInPoints: { inPeriod: null, second: null, withinTwoLimits: null, sameMonth: null },
    provisional: false,
  });
});

test('what was sent again twice, or came after a further limit, is told apart by the two readings of 二次', async () => {
  const other = await recordedOffice(fresh.db);
  const answered = (fundSentOn: string, reissues: number) =>
    recordCase(fresh.db, other, {
      direction: 'out',
      facts: outFacts({
        receivedOn: '2026-06-08',
        formSentOn: '2026-06-30',
        fundSentOn,
        reissuedOn: Array.from({ length: reissues }, () => '2026-06-30'),
      }),
    });
  // Fifteen working days after 30 June end on 21 July.
  await answered('2026-07-21', 2);
  await answered('2026-07-22', 1);
  await answered('2026-07-22', 2);
  const { periods } = await readCompletion(fresh.db, { officeId: other.officeId, ...JUNE });
  expect(periods).toMatchObject({
    due: 3,
    inPeriod: { numerator: 0 },
    second: { numerator: 1 },
    withinTwoLimits: { numerator: 1 },
  });
});
