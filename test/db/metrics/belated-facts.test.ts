/** Figures as of a day move by what is learnt later and lies before it, and by nothing else: each of these is listed. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBelatedFacts, type BelatedFacts } from '../../../db/metrics/belated-facts.ts';
import { changeCalendar } from '../../../db/office/calendar-changes.ts';
import type { DirectedQuestion } from '../../../db/metrics/standings.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { outFacts } from '../../builders/out-facts.ts';
import { recordCase, recordedOffice, type RecordedOffice, type SketchedFact } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  await standClockAt(fresh.db, '2026-11-20T10:00:00+08:00');
});
beforeEach(async () => {
  office = await recordedOffice(fresh.db);
});
afterAll(() => fresh.drop());

const MAY = { direction: 'in' as const, from: '2026-05-01', to: '2026-05-31', asOf: '2026-05-31', knownAt: null };
const late = (more: Partial<DirectedQuestion> = {}, limit = 50): Promise<BelatedFacts> =>
  readBelatedFacts(fresh.db, { officeId: office.officeId, ...MAY, ...more }, { limit });
const record = (facts: SketchedFact[], direction: 'in' | 'out' = 'in') =>
  recordCase(fresh.db, office, { facts, direction });

const accepted: SketchedFact = { kind: 'accepted', on: '2026-05-11' };
const sent: SketchedFact = { kind: 'letterSent', on: '2026-05-12' };
const told = ({ items }: BelatedFacts): string[] =>
  items.map(({ kind, recordedAt }) => `${kind} ${recordedAt.slice(0, 10)}`);
const moved = ({ figures }: BelatedFacts) =>
  Object.fromEntries(figures.map(({ figure, was, becomes }) => [figure, [was, becomes]]));

describe('of transfers-in', () => {
  test('a booking that was learnt after the day is listed, with the figures that it moved; what happened later is not', async () => {
    const { transferId, caseNo } = await record([
      accepted,
      sent,
      { kind: 'booked', on: '2026-05-29', recordedAt: '2026-06-03T02:00:00Z' },
    ]);
    await record([accepted, sent, { kind: 'booked', on: '2026-06-02' }]);
    await record([accepted, sent, { kind: 'letterDelivered', on: '2026-05-20', recordedAt: '2026-06-05T02:00:00Z' }]);
    const found = await late();
    expect(found).toMatchObject({ count: 1, next: null, calendarChanges: [] });
    expect(found.items).toEqual([
      {
        transferId,
        caseNo,
        seq: 3,
        kind: 'booked',
        outcome: null,
        reasonCode: null,
        occurredAt: '2026-05-29T02:00:00.000Z',
        recordedAt: '2026-06-03T02:00:00.000Z',
        corrects: null,
      },
    ]);
    expect(moved(found)).toMatchObject({
      'closedWithin.1': [0, 1],
      'rates.1': ['0.00', '33.33'],
      notClosed: [3, 2],
    });
    expect(moved(found)).not.toHaveProperty('cohort');
  });

  test('a correction is listed with what it moved, whichever way it crosses the day', async () => {
    await record([
      { kind: 'accepted', on: '2026-06-01' },
      {
        kind: 'corrected',
        on: '2026-06-10',
        correctsSeq: 1,
        payload: { correctedOccurredAt: '2026-05-29T02:00:00.000Z' },
      },
    ]);
    await record([
      accepted,
      {
        kind: 'corrected',
        on: '2026-06-11',
        correctsSeq: 1,
        payload: { correctedOccurredAt: '2026-04-29T02:00:00.000Z' },
      },
    ]);
    const found = await late();
    expect(found.items.map(({ corrects }) => corrects)).toEqual([
      { seq: 1, kind: 'accepted', occurredAt: '2026-06-01T02:00:00.000Z', becomes: '2026-05-29T02:00:00.000Z' },
      { seq: 1, kind: 'accepted', occurredAt: '2026-05-11T02:00:00.000Z', becomes: '2026-04-29T02:00:00.000Z' },
    ]);
    // One came and one went: each case stands otherwise, and the sum does not.
    expect(found.figures).toEqual([]);
  });

  test('known at the day itself, or of a case that stands as it stood, there is none', async () => {
    await record([accepted, sent, { kind: 'booked', on: '2026-05-29', recordedAt: '2026-06-03T02:00:00Z' }]);
    expect(await late({ knownAt: '2026-06-03T01:59:59Z' })).toMatchObject({ count: 0, figures: [], items: [] });
    expect(await late({ knownAt: '2026-05-20T02:00:00Z' })).toMatchObject({ count: 0, figures: [], items: [] });
    expect(await late({ asOf: '2026-06-03' })).toMatchObject({ count: 0, figures: [] });
    expect(await late({ from: '2026-04-01', to: '2026-04-30' })).toMatchObject({ count: 0, figures: [] });
  });

  test('they come page by page, in the order in which they were learnt', async () => {
    for (const day of ['2026-06-05', '2026-06-03', '2026-06-04'])
      await record([accepted, sent, { kind: 'booked', on: '2026-05-29', recordedAt: `${day}T02:00:00Z` }]);
    const first = await late({}, 2);
    expect(told(first)).toEqual(['booked 2026-06-03', 'booked 2026-06-04']);
    expect(first.count).toBe(3);
    const question = { officeId: office.officeId, ...MAY };
    const second = await readBelatedFacts(fresh.db, question, { after: first.next!, limit: 2 });
    expect(told(second)).toEqual(['booked 2026-06-05']);
    expect(second).toMatchObject({ count: 3, next: null });
  });
});

describe('of transfers-out', () => {
  const JUNE = { direction: 'out' as const, from: '2026-06-01', to: '2026-06-30', asOf: '2026-06-30' };

  test('a row of a later file that makes a letter answered in time is told', async () => {
    const answered = { receivedOn: '2026-06-08', formSentOn: '2026-06-26', fundSentOn: '2026-06-29' };
    const facts = outFacts(answered).map((fact) =>
      fact.kind === 'fundSent' ? { ...fact, recordedAt: '2026-07-15T02:00:00Z' } : fact,
    );
    await record(facts, 'out');
    await record(outFacts(answered), 'out');
    const found = await late(JUNE);
    expect(told(found)).toEqual(['fundSent 2026-07-15']);
    expect(moved(found)).toMatchObject({ 'inPeriod.numerator': [1, 2], 'inPeriod.rate': ['50.00', '100.00'] });
  });

  test('a case that was unknown on the day moves the cohort by its first fact', async () => {
    const unknown = { receivedOn: '2026-06-08', formSentOn: '2026-06-26', fundSentOn: '2026-06-29' };
    await record(outFacts({ ...unknown, recordedAt: '2026-07-20T02:00:00Z' }), 'out');
    const found = await late(JUNE);
    expect(told(found).map((line) => line.split(' ')[0])).toEqual(['letterReceived', 'infoFormSent', 'fundSent']);
    expect(moved(found)).toMatchObject({ due: [0, 1], 'inPeriod.numerator': [0, 1] });
  });

  test('a holiday notice that was loaded afterwards is named, because due dates move with it', async () => {
    const own = await freshDatabase();
    office = await recordedOffice(own.db);
    await standClockAt(own.db, '2026-07-10T10:00:00+08:00');
    const facts = outFacts({ receivedOn: '2026-06-09', formSentOn: '2026-06-30', fundSentOn: '2026-06-30' });
    await recordCase(own.db, office, { direction: 'out', facts });
    const { rows } = await sql<{ day: string; kind: 'rest' | 'work' }>`
      select day::text, kind from calendar_days where notice_year = 2026 and day not in ('2026-06-19')`.execute(own.db);
    const days = (kind: string) => rows.filter((row) => row.kind === kind).map(({ day }) => ({ from: day, to: day }));
    await own.db
      .transaction()
      .execute((tx) =>
        changeCalendar(
          tx,
          { year: 2026, notice: '更正', rest: days('rest'), work: days('work').map(({ from }) => from) },
          null,
        ),
      );
    const found = await readBelatedFacts(own.db, { officeId: office.officeId, ...JUNE, knownAt: null }, { limit: 9 });
    // Without the rest day the letter is due on 30 June instead of 1 July.
    expect(moved(found)).toMatchObject({ due: [0, 1] });
    expect(found.calendarChanges).toMatchObject([{ year: 2026, notice: '更正' }]);
    expect(found.items).toEqual([]);
    await own.drop();
  });
});
