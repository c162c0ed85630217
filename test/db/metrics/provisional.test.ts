/** Figures that count days of which no holiday notice is loaded say so; the notices of 2023 to 2026 come with the release. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCompletion } from '../../../db/metrics/completion.ts';
import { readStepTimes } from '../../../db/metrics/step-times.ts';
import { changeCalendar } from '../../../db/office/calendar-changes.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { outFacts } from '../../builders/out-facts.ts';
import { recordCase, recordedOffice, tenOClock, type RecordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  await standClockAt(fresh.db, '2026-11-20T10:00:00+08:00');
  office = await recordedOffice(fresh.db);
});
afterAll(() => fresh.drop());

const asked = (from: string, to: string, more: object = {}) => ({
  officeId: office.officeId,
  direction: 'out' as const,
  from,
  to,
  asOf: '2026-11-20',
  knownAt: null,
  ...more,
});
const completion = (from: string, to: string, more: object = {}) => readCompletion(fresh.db, asked(from, to, more));
const provisional = async (from: string, to: string, more: object = {}) =>
  (await completion(from, to, more)).provisional;

test('of transfers-out from the first letter that may be due: until the notice of the year is loaded', async () => {
  const letter = { receivedOn: '2022-09-20', formSentOn: '2022-10-13', fundSentOn: '2022-10-14' };
  await recordCase(fresh.db, office, { direction: 'out', facts: outFacts(letter) });
  // The plain week takes the National Day for seven working days: due on 11 October.
  const before = await completion('2022-09-01', '2022-10-31');
  expect(before).toMatchObject({ provisional: true, periods: { due: 1, inPeriod: { numerator: 0 } } });
  // Fifteen working days before 1 February 2023 lie behind the New Year, those before 10 January do not.
  expect(await provisional('2023-01-10', '2023-01-31')).toBe(true);
  expect(await provisional('2023-02-01', '2023-02-28')).toBe(false);
  const own = await freshDatabase();
  await standClockAt(own.db, '2026-11-20T10:00:00+08:00');
  office = await recordedOffice(own.db);
  await recordCase(own.db, office, { direction: 'out', facts: outFacts(letter) });
  await own.db.transaction().execute((tx) =>
    changeCalendar(
      tx,
      {
        year: 2022,
        notice: '国办发明电〔2021〕11号',
        rest: [
          { from: '2022-09-10', to: '2022-09-12' },
          { from: '2022-10-01', to: '2022-10-07' },
        ],
        work: ['2022-10-08', '2022-10-09'],
      },
      null,
    ),
  );
  const question = asked('2022-09-01', '2022-10-31');
  expect(await readCompletion(own.db, question)).toMatchObject({
    provisional: false,
    periods: { due: 1, inPeriod: { numerator: 1 } },
  });
  // What was known before the notice is as it was.
  const then = await readCompletion(own.db, { ...question, knownAt: '2026-11-20T01:59:59Z' });
  expect(then).toMatchObject({ provisional: true, periods: before.periods! });
  await own.drop();
});

test('of transfers-out up to the last day that is looked at, and of the year before by itself', async () => {
  expect(await provisional('2026-11-01', '2026-11-30')).toBe(false);
  expect(await provisional('2027-01-01', '2027-01-31')).toBe(true);
  // A letter of the last days of December has one further limit in a year of which nothing is known.
  await standClockAt(fresh.db, '2027-02-20T10:00:00+08:00');
  expect(await provisional('2026-12-01', '2026-12-31', { asOf: '2027-02-20' })).toBe(true);
  expect(await provisional('2026-12-01', '2026-12-31', { asOf: '2026-12-31' })).toBe(false);
  const compared = await completion('2023-06-01', '2023-06-30', { compareWith: 'yearBefore' });
  expect(compared).toMatchObject({ provisional: false, yearBefore: { provisional: true } });
});

test('of transfers-in where working days decide what is mature: back from the day that is asked for', async () => {
  const of = (asOf: string) => provisional('2022-11-01', '2022-11-30', { direction: 'in', asOf });
  expect(await of('2022-12-31')).toBe(true);
  expect(await of('2023-02-28')).toBe(true);
  // Forty-five working days later all of them lie in 2023.
  expect(await of('2023-03-31')).toBe(false);
  expect(await of('2026-11-20')).toBe(false);
});

test('of steps since they were opened', async () => {
  const { transferId } = await recordCase(fresh.db, office, {
    facts: [
      { kind: 'accepted', on: '2022-12-20' },
      { kind: 'booked', on: '2023-02-20' },
    ],
  });
  const step = (ordinal: number, opened: string, closed: string) => ({
    transfer_id: transferId,
    ordinal,
    office_id: office.officeId,
    step: 'review',
    attempt: 1,
    rule_version: '2010-66',
    owner_id: office.staffId,
    opened_at: tenOClock(opened),
    opened_by_fact_seq: 1,
    due_on: closed,
    due_at: tenOClock(closed),
    due_explained: '{}',
    closed_at: tenOClock(closed),
    closed_by_fact_seq: 2,
    outcome: 'eligible',
  });
  const steps = [step(1, '2022-12-20', '2023-01-10'), step(2, '2023-01-11', '2023-03-10')];
  await fresh.db.insertInto('steps').values(steps).execute();
  const times = async (from: string, to: string, compare?: 'yearBefore') => {
    const question = { officeId: office.officeId, from, to, ...(compare && { compareWith: compare }) };
    const { provisional: now, yearBeforeProvisional } = await readStepTimes(fresh.db, question);
    return [now, yearBeforeProvisional];
  };
  expect(await times('2023-01-01', '2023-01-31')).toEqual([true, null]);
  // Completed in February: its steps began before.
  expect(await times('2023-02-01', '2023-02-28')).toEqual([true, null]);
  expect(await times('2023-03-01', '2023-03-31')).toEqual([false, null]);
  expect(await times('2024-01-01', '2024-01-31', 'yearBefore')).toEqual([false, true]);
  await sql`delete from steps where transfer_id = ${transferId}`.execute(fresh.db);
});
