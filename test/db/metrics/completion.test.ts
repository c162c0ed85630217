import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBucket, type CompletionBucket } from '../../../db/metrics/completion-cases.ts';
import { readCompletion } from '../../../db/metrics/completion.ts';
import type { CompletionQuestion } from '../../../db/metrics/question.ts';
import { recordCase, recordedOffice, type RecordedOffice, type SketchedFact } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const MAY = { from: '2026-05-01', to: '2026-05-31', asOf: '2026-11-20', knownAt: null };

const completion = (office: RecordedOffice, more: Partial<CompletionQuestion> & { compareWith?: 'yearBefore' } = {}) =>
  readCompletion(fresh.db, { officeId: office.officeId, direction: 'in', ...MAY, ...more });

const accepted = (on = '2026-05-11'): SketchedFact => ({ kind: 'accepted', on });
const letter = (on: string): SketchedFact => ({ kind: 'letterSent', on });
const back = (on: string, reasonCode = 'L02'): SketchedFact => ({ kind: 'returnedByCounterpart', on, reasonCode });
const booked = (on: string): SketchedFact => ({ kind: 'booked', on });

/** Letters on the first of June, July, August …, each but the last sent back; booked in September when `completed`. */
function withAttempts(count: number, completed: boolean, reasonCode = 'L02'): SketchedFact[] {
  const facts = [accepted()];
  for (let attempt = 1; attempt <= count; attempt++) {
    const month = String(5 + attempt).padStart(2, '0');
    facts.push(letter(`2026-${month}-01`));
    if (attempt < count) facts.push(back(`2026-${month}-20`, reasonCode));
  }
  return completed ? [...facts, booked('2026-09-18')] : facts;
}

async function record(office: RecordedOffice, times: number, facts: SketchedFact[]) {
  for (let i = 0; i < times; i++) await recordCase(fresh.db, office, { facts });
}

describe('the reference month', () => {
  let office: RecordedOffice;
  beforeAll(async () => {
    office = await recordedOffice(fresh.db);
    await record(office, 273, withAttempts(1, true));
    await record(office, 19, withAttempts(2, true));
    await record(office, 12, withAttempts(3, true));
    await record(office, 6, withAttempts(3, false));
  });

  test('310 accepted, 273 + 19 + 12 closed and 6 open are 88.06, 94.19 and 98.06 per cent', async () => {
    const { attempts, periods } = await completion(office);
    expect(attempts).toMatchObject({
      cohort: 310,
      closedAt: { 1: 273, 2: 19, 3: 12 },
      closedWithin: { 1: 273, 2: 292, 3: 304 },
      closedLater: 0,
      notClosed: 6,
      stillOpen: 6,
      rates: { 1: '88.06', 2: '94.19', 3: '98.06' },
      shown: { 1: 88, 2: 94, 3: 98 },
      mature: { denominators: { 1: 310, 2: 310, 3: 310 }, rates: { 1: '88.06', 2: '94.19', 3: '98.06' } },
    });
    expect(periods).toBeNull();
  });

  test('a withdrawal before the first letter changes nothing but its own count', async () => {
    const before = await completion(office);
    await record(office, 1, [accepted(), { kind: 'withdrawn', on: '2026-05-12', reasonCode: 'W01' }]);
    const after = await completion(office);
    expect(after.attempts).toEqual({
      ...before.attempts,
      accepted: before.attempts!.accepted + 1,
      excluded: { refused: 0, duplicate: 0, withdrawnBeforeFirstLetter: 1 },
      excludedReasons: [{ why: 'withdrawnBeforeFirstLetter', reasonCode: 'W01', count: 1 }],
    });
  });

  test('a case accepted today lowers the rate of all and not the rate of the mature', async () => {
    const today = { to: '2026-11-20' };
    const before = await completion(office, today);
    await record(office, 1, [accepted('2026-11-20')]);
    const after = await completion(office, today);
    expect(Number(after.attempts!.rates[1])).toBeLessThan(Number(before.attempts!.rates[1]));
    expect(after.attempts!.mature).toEqual(before.attempts!.mature);
    expect(after.attempts!.stillOpen).toBe(7);
  });

  test.each<[CompletionBucket, number]>([
    ['cohort', 310],
    ['closedAt1', 273],
    ['closedAt2', 19],
    ['closedAt3', 12],
    ['closedWithin1', 273],
    ['closedWithin2', 292],
    ['closedWithin3', 304],
    ['closedLater', 0],
    ['notClosed', 6],
    ['mature1', 310],
    ['mature2', 310],
    ['mature3', 310],
    ['stillOpen', 6],
    ['accepted', 311],
    ['withdrawnBeforeFirstLetter', 1],
    ['refused', 0],
  ])('the number %s opens exactly its %i cases, page by page', async (bucket, expected) => {
    const found = new Set<string>();
    let afterCaseNo: string | undefined;
    do {
      const page = await listBucket(fresh.db, { officeId: office.officeId, direction: 'in', ...MAY }, bucket, {
        limit: 100,
        ...(afterCaseNo ? { afterCaseNo } : {}),
      });
      expect(page?.count).toBe(expected);
      for (const id of page!.transferIds) found.add(id);
      afterCaseNo = page!.next ?? undefined;
    } while (afterCaseNo);
    expect(found.size).toBe(expected);
  });

  test('a bucket of the other direction is none', async () => {
    const question = { officeId: office.officeId, direction: 'in' as const, ...MAY };
    expect(await listBucket(fresh.db, question, 'notInPeriod', { limit: 1 })).toBeUndefined();
    expect(await listBucket(fresh.db, { ...question, direction: 'out' }, 'closedAt1', { limit: 1 })).toBeUndefined();
  });
});

describe('who belongs to the cohort', () => {
  test('refusals and duplicates do not, an ending after the first letter does', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 1, [
      accepted(),
      { kind: 'reviewed', outcome: 'refused', on: '2026-05-12', reasonCode: 'A02' },
    ]);
    await record(office, 1, [
      accepted(),
      { kind: 'reviewed', outcome: 'refused', on: '2026-05-12', reasonCode: 'A06' },
    ]);
    await record(office, 1, [accepted(), letter('2026-05-13'), { kind: 'withdrawn', on: '2026-05-14' }]);
    await record(office, 1, [
      accepted(),
      letter('2026-05-13'),
      { kind: 'closedWithoutTransfer', on: '2026-05-20', reasonCode: 'L06' },
    ]);
    await record(office, 1, withAttempts(1, true));
    const { attempts } = await completion(office);
    expect(attempts).toMatchObject({
      cohort: 3,
      notClosed: 2,
      stillOpen: 0,
      excluded: { refused: 1, duplicate: 1, withdrawnBeforeFirstLetter: 0 },
      rates: { 1: '33.33' },
      mature: { denominators: { 1: 3 } },
    });
  });

  test('the first and the last instant of the period are those of the day in Shanghai', async () => {
    const office = await recordedOffice(fresh.db);
    const at = (instant: string) => record(office, 1, [{ ...accepted(), at: instant }]);
    const cohort = async (more: Partial<CompletionQuestion> = {}) => (await completion(office, more)).attempts?.cohort;
    await at('2026-04-30T15:59:59.999Z');
    await at('2026-05-31T16:00:00Z');
    expect(await cohort()).toBe(0);
    await at('2026-04-30T16:00:00Z');
    await at('2026-05-31T15:59:59.999Z');
    expect(await cohort()).toBe(2);
    expect(await cohort({ to: '2026-05-30' })).toBe(1);
    expect(await cohort({ asOf: '2026-05-30' })).toBe(1);
  });
});

describe('attempts', () => {
  test('a letter that came back unread is an attempt; under the other reading it is not', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 1, withAttempts(2, true, 'M01'));
    await record(office, 1, withAttempts(2, true, 'L02'));
    const { attempts, rule } = await completion(office);
    expect(rule).toMatchObject({ version: '2010-66', postalFailureIsAttempt: true });
    expect(attempts?.rates).toEqual({ 1: '0.00', 2: '100.00', 3: '100.00' });
    expect(attempts?.otherReading).toEqual({
      name: 'postalFailureIsNoAttempt',
      closedAt: { 1: 1, 2: 1, 3: 0 },
      rates: { 1: '50.00', 2: '100.00', 3: '100.00' },
    });
  });

  test('which of two came back last is told by their numbers, also when all of it happened in one instant', async () => {
    const office = await recordedOffice(fresh.db);
    const on = '2026-06-01';
    const sentBack: SketchedFact = { kind: 'sentBackToCounterpart', on, reasonCode: 'D01' };
    // Under the other reading the unread letter and its second posting are one attempt, which the form that went back has ended.
    await record(office, 1, [accepted(), letter(on), back(on, 'M01'), letter(on), sentBack, booked(on)]);
    expect((await completion(office)).attempts?.otherReading.closedAt).toEqual({ 1: 1, 2: 0, 3: 0 });
    // The other way round the unread letter came back last.
    await record(office, 1, [accepted(), letter(on), sentBack, letter(on), back(on, 'M01'), booked(on)]);
    expect((await completion(office)).attempts?.otherReading.closedAt).toEqual({ 1: 1, 2: 1, 3: 0 });
  });

  test('only a letter posted again is the same attempt: the one that came back last was the last attempt', async () => {
    const office = await recordedOffice(fresh.db);
    const twice = withAttempts(2, false);
    await record(office, 1, [...twice, back('2026-07-20', 'M02'), booked('2026-09-18')]);
    const { attempts } = await completion(office);
    expect(attempts?.closedAt).toEqual({ 1: 0, 2: 1, 3: 0 });
    expect(attempts?.otherReading.closedAt).toEqual({ 1: 0, 2: 1, 3: 0 });
  });

  test('a case keeps the reading of the rules that it was opened under', async () => {
    const own = await freshDatabase();
    const office = await recordedOffice(own.db);
    await own.db.insertInto('rule_versions').values({ version: 'new', valid_from: '2026-05-15', note: '' }).execute();
    await own.db
      .insertInto('rules')
      .values({ rule_version: 'new', name: 'postalFailureIsAttempt', value: 'false', source: '' })
      .execute();
    const facts = withAttempts(2, true, 'M02');
    await recordCase(own.db, office, { facts });
    await recordCase(own.db, office, { facts, ruleVersion: 'new' });
    const question = { officeId: office.officeId, direction: 'in' as const, ...MAY };
    const { attempts, rule } = await readCompletion(own.db, question);
    expect(rule).toMatchObject({ version: 'new', postalFailureIsAttempt: false });
    expect(attempts?.closedAt).toEqual({ 1: 1, 2: 1, 3: 0 });
    expect(attempts?.otherReading.closedAt).toEqual({ 1: 2, 2: 0, 3: 0 });
    await own.drop();
  });

  test('a parked return ends no attempt', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 1, [
      accepted(),
      letter('2026-06-01'),
      { kind: 'letterReturned', on: '2026-06-10', reasonCode: 'M01', payload: { parked: true } },
    ]);
    const { attempts } = await completion(office, { asOf: '2026-06-20' });
    expect(attempts?.mature.denominators).toEqual({ 1: 0, 2: 0, 3: 0 });
  });

  test('an attempt that has run for more than 45 working days makes its case mature', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 1, [accepted(), letter('2026-06-01')]);
    // 1 June and 45 working days (19 to 21 June are the Dragon Boat Festival) end on 4 August.
    const mature = async (asOf: string) => (await completion(office, { asOf })).attempts?.mature.denominators[1];
    expect(await mature('2026-08-04')).toBe(0);
    expect(await mature('2026-08-05')).toBe(1);
  });
});

describe('the same figure again', () => {
  test('as of a past day counts what had occurred, known at a past instant what was recorded', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 1, [
      accepted(),
      letter('2026-05-12'),
      { ...booked('2026-05-25'), recordedAt: '2026-06-03T02:00:00Z' },
    ]);
    const rate = async (more: Partial<CompletionQuestion>) => (await completion(office, more)).attempts?.rates[1];
    expect(await rate({ asOf: '2026-05-24' })).toBe('0.00');
    expect(await rate({ asOf: '2026-05-25' })).toBe('100.00');
    expect(await rate({ knownAt: '2026-06-03T01:59:59Z' })).toBe('0.00');
    expect(await rate({ knownAt: '2026-06-03T02:00:00Z' })).toBe('100.00');
  });

  test('a corrected instant counts from when the correction was recorded', async () => {
    const office = await recordedOffice(fresh.db);
    const corrected = { kind: 'corrected', on: '2026-06-10' };
    await record(office, 1, [
      accepted('2026-06-02'),
      letter('2026-06-03'),
      booked('2026-06-30'),
      { ...corrected, correctsSeq: 1, payload: { correctedOccurredAt: '2026-05-29T02:00:00Z' }, on: '2026-07-01' },
      { ...corrected, correctsSeq: 3, payload: { correctedOccurredAt: '2026-06-20T02:00:00Z' }, on: '2026-07-02' },
      { ...corrected, correctsSeq: 3, payload: { correctedOccurredAt: '2026-06-25T02:00:00Z' }, on: '2026-07-03' },
    ]);
    const figures = async (more: Partial<CompletionQuestion>) => {
      const { cohort, rates } = (await completion(office, more)).attempts!;
      return [cohort, rates[1]];
    };
    expect(await figures({ knownAt: '2026-06-30T10:00:00Z' })).toEqual([0, null]);
    expect(await figures({ from: '2026-06-01', to: '2026-06-30', knownAt: '2026-06-30T10:00:00Z' })).toEqual([
      1,
      '100.00',
    ]);
    expect(await figures({})).toEqual([1, '100.00']);
    expect(await figures({ from: '2026-06-01', to: '2026-06-30' })).toEqual([0, null]);
    expect(await figures({ asOf: '2026-06-24' })).toEqual([1, '0.00']);
    expect(await figures({ asOf: '2026-06-24', knownAt: '2026-07-02T10:00:00Z' })).toEqual([1, '100.00']);
  });

  test('against the year before it says the difference in points', async () => {
    const office = await recordedOffice(fresh.db);
    await record(office, 2, withAttempts(1, true));
    await record(office, 1, withAttempts(2, true));
    const lastYear = (facts: SketchedFact[]) => facts.map((fact) => ({ ...fact, on: fact.on.replace('2026', '2025') }));
    await record(office, 1, lastYear(withAttempts(1, true)));
    await record(office, 1, lastYear(withAttempts(2, true)));
    await record(office, 1, lastYear(withAttempts(3, false)));
    expect((await completion(office)).yearBefore).toBeNull();
    expect((await completion(office, { compareWith: 'yearBefore' })).yearBefore).toEqual({
      rates: { 1: '33.33', 2: '66.67', 3: '66.67' },
      differenceInPoints: { 1: '+33.34', 2: '+33.33', 3: '+33.33' },
      provisional: false,
    });
  });

  test('a cohort of nobody has no rate and no difference', async () => {
    const office = await recordedOffice(fresh.db);
    const { attempts, yearBefore } = await completion(office, { compareWith: 'yearBefore' });
    expect(attempts).toMatchObject({ cohort: 0, rates: { 1: null }, shown: { 1: null } });
    expect(yearBefore?.differenceInPoints).toEqual({ 1: null, 2: null, 3: null });
  });
});
