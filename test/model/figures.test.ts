/** Whatever happened, in whatever order it arrived: the figures as of any day and knowledge are those of a model without a database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countCompletionIn, type CompletionIn } from '../../db/metrics/completion-in.ts';
import { countCompletionOut, type CompletionOut } from '../../db/metrics/completion-out.ts';
import { readBelatedFacts } from '../../db/metrics/belated-facts.ts';
import { changeCalendar } from '../../db/office/calendar-changes.ts';
import { loadCalendar } from '../../db/office/calendar.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { recordCase, recordedOffice, tenOClock, type RecordedOffice } from '../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { modelSettings } from '../support/model-settings.ts';
import { historyIn, recordIn, toldIn } from './histories-in.ts';
import { historyOut, recordOut, toldOut } from './histories-out.ts';
import { outRates } from './pass-rates-out.ts';
import { passRates, type Rate } from './pass-rates.ts';
import { inAnyOrder, knownBy, type Told } from './told-facts.ts';

const { seed } = modelSettings;
const bounds = (runs: number) => ({ seed, ...modelSettings.bounds(runs) });
const LONG = (modelSettings.seconds + 120) * 1000;

/** On this day the calendar of the year becomes another one. */
const NOTICE_ON = '2026-06-25';
let fresh: FreshDatabase;
let calendars: { readonly before: WorkingCalendar; readonly after: WorkingCalendar };
beforeAll(async () => {
  fresh = await freshDatabase();
  const before = await loadCalendar(fresh.db);
  await standClockAt(fresh.db, `${NOTICE_ON}T12:00:00+08:00`);
  const named = [...before.days].filter(([day]) => day.startsWith('2026') && day !== '2026-06-19');
  const days = (kind: string) => named.filter((one) => one[1] === kind).map(([day]) => day);
  const more = ['2026-06-03', '2026-06-04', '2026-06-05', '2026-06-09', '2026-06-10', '2026-06-11', '2026-07-08'];
  const rest = [...days('rest'), ...more].map((day) => ({ from: day, to: day }));
  await fresh.db
    .transaction()
    .execute((tx) => changeCalendar(tx, { year: 2026, notice: '另一通知', rest, work: days('work') }, null));
  calendars = { before, after: await loadCalendar(fresh.db) };
  await standClockAt(fresh.db, '2026-11-20T10:00:00+08:00');
});
afterAll(() => fresh.drop());

const calendarKnown = (knownAt: string | null): WorkingCalendar =>
  knownAt !== null && knownAt < `${NOTICE_ON}T04:00:00` ? calendars.before : calendars.after;

const day = (days: number): string => addDays('2026-04-28', days);
/** As of which day, and known when; null: all that is known. */
const asked = fc.record({
  asOf: fc.nat(160).map(day),
  knownAt: fc.option(
    // Often before the calendar became another one.
    fc.oneof(fc.nat(58), fc.nat(200)).map((days) => tenOClock(day(days))),
    { freq: 4 },
  ),
});

async function anOfficeWith(cases: readonly (readonly Told[])[], direction: 'in' | 'out'): Promise<RecordedOffice> {
  const office = await recordedOffice(fresh.db);
  for (const facts of cases) if (facts.length > 0) await recordCase(fresh.db, office, { direction, facts });
  return office;
}

const rateOf = ({ rate }: Rate): string | null => rate ?? null;

describe(`transfers-in (seed ${String(seed)})`, () => {
  const MAY = { from: '2026-05-01', to: '2026-05-31' };
  const cases = inAnyOrder(fc.array(historyIn, { minLength: 1, maxLength: 15 }));

  function asDefined(told: readonly (readonly Told[])[], asOf: string, knownAt: string | null) {
    const known = told.map((facts) => (knownAt === null ? facts : knownBy(facts, knownAt)));
    const records = known.flatMap((facts, index) => recordIn(facts, String(index)) ?? []);
    const defined = passRates(records, { ...MAY, asOf, calendar: calendarKnown(knownAt) });
    const { cohort, notClosed, stillOpen, excluded } = defined;
    const rates = (of: typeof defined.rates) => [1, 2, 3].map((limit) => rateOf(of[limit as 1]));
    return {
      sizes: [cohort, notClosed, stillOpen, Object.values(excluded).flat()].map(({ length }) => length),
      rates: rates(defined.rates),
      mature: rates(defined.ratesMature),
      other: rates(defined.ratesPostalFailureNotAttempt),
    };
  }

  function asCounted({ cohort, notClosed, stillOpen, excluded, rates, mature, otherReading }: CompletionIn) {
    const left = excluded.refused + excluded.duplicate + excluded.withdrawnBeforeFirstLetter;
    return {
      sizes: [cohort, notClosed, stillOpen, left],
      rates: Object.values(rates),
      mature: Object.values(mature.rates),
      other: Object.values(otherReading.rates),
    };
  }

  test('are counted as the model counts them', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, asked, async (histories, { asOf, knownAt }) => {
        const told = histories.map(toldIn);
        const { officeId } = await anOfficeWith(told, 'in');
        const counted = await countCompletionIn(fresh.db, { officeId, ...MAY, asOf, knownAt }, 45);
        expect(asCounted(counted)).toEqual(asDefined(told, asOf, knownAt));
        const left = Object.values(counted.excluded).reduce((sum, count) => sum + count, 0);
        expect(counted.accepted).toBe(counted.cohort + left);
      }),
      bounds(40),
    );
  });

  test(
    'what arrives later changes nothing of what was known, and is listed where it moves a day that is past',
    { timeout: LONG },
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, fc.nat(160).map(day), async (histories, asOf) => {
          const told = histories.map(toldIn);
          // Known at the end of the day: what came in the day itself is in.
          const knownAt = `${asOf}T15:59:59.999Z`;
          const then = await anOfficeWith(
            told.map((facts) => knownBy(facts, knownAt)),
            'in',
          );
          const now = await anOfficeWith(told, 'in');
          const question = { ...MAY, asOf, knownAt };
          const was = await countCompletionIn(fresh.db, { officeId: then.officeId, ...question }, 45);
          expect(await countCompletionIn(fresh.db, { officeId: now.officeId, ...question }, 45)).toEqual(was);
          const belated = await readBelatedFacts(
            fresh.db,
            { officeId: now.officeId, direction: 'in', ...MAY, asOf, knownAt: null },
            { limit: 100 },
          );
          // A notice moves what is mature, and is named.
          const byFacts = belated.figures.filter(({ figure }) => !figure.startsWith('mature'));
          if (byFacts.length > 0) expect(belated.count).toBeGreaterThan(0);
          for (const { recordedAt } of belated.items) expect(recordedAt > knownAt).toBe(true);
        }),
        bounds(20),
      );
    },
  );
});

describe(`transfers-out (seed ${String(seed)})`, () => {
  const JUNE = { from: '2026-06-01', to: '2026-06-30' };
  const cases = inAnyOrder(fc.array(historyOut, { minLength: 1, maxLength: 20 }));

  function asDefined(told: readonly (readonly Told[])[], asOf: string, knownAt: string | null) {
    const known = told.map((facts) => (knownAt === null ? facts : knownBy(facts, knownAt)));
    const records = known.flatMap((facts, index) => recordOut(facts, String(index)) ?? []);
    const { due, current, second, withinTwoLimits, sameMonth } = outRates(records, {
      ...JUNE,
      asOf,
      calendar: calendarKnown(knownAt),
    });
    const ratio = (rate: Rate) => ({ numerator: rate.numerator, denominator: rate.denominator, rate: rateOf(rate) });
    return {
      due: due.length,
      inPeriod: ratio(current),
      second: ratio(second),
      withinTwoLimits: ratio(withinTwoLimits),
      sameMonth: ratio(sameMonth),
    } satisfies CompletionOut;
  }

  test('are counted as the model counts them, over the calendar as it was known', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, asked, async (histories, { asOf, knownAt }) => {
        const told = histories.map(toldOut);
        const { officeId } = await anOfficeWith(told, 'out');
        const question = { officeId, ...JUNE, asOf, knownAt };
        expect(await countCompletionOut(fresh.db, question)).toEqual(asDefined(told, asOf, knownAt));
      }),
      bounds(40),
    );
  });

  test('what a later file tells moves a past day only by facts that are listed', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(160).map(day), async (histories, asOf) => {
        const told = histories.map(toldOut);
        const { officeId } = await anOfficeWith(told, 'out');
        const question = { officeId, direction: 'out' as const, ...JUNE, asOf, knownAt: null };
        const belated = await readBelatedFacts(fresh.db, question, { limit: 100 });
        const then = `${asOf}T15:59:59.999Z`;
        expect(belated.figures.length === 0).toBe(
          JSON.stringify(asDefined(told, asOf, then)) === JSON.stringify(asDefined(told, asOf, null)),
        );
        if (belated.figures.length > 0) expect(belated.count + belated.calendarChanges.length).toBeGreaterThan(0);
      }),
      bounds(20),
    );
  });

  test('a further re-issue never raises a rate', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(60), fc.nat(160).map(day), async (histories, after, asOf) => {
        const told = histories.map(toldOut);
        const more = told.map((facts) => [
          ...facts,
          {
            kind: 'infoFormReissued',
            on: addDays(facts[0]!.on, after),
            recordedAt: tenOClock(addDays(facts[0]!.on, after)),
            seq: facts.length + 1,
          },
        ]);
        const [one, other] = [await anOfficeWith(told, 'out'), await anOfficeWith(more, 'out')];
        const count = ({ officeId }: RecordedOffice) =>
          countCompletionOut(fresh.db, { officeId, ...JUNE, asOf, knownAt: null });
        const [before, afterwards] = [await count(one), await count(other)];
        expect(afterwards.second.numerator).toBeLessThanOrEqual(before.second.numerator);
        expect({ ...afterwards, second: before.second }).toEqual(before);
      }),
      bounds(10),
    );
  });
});

test('the model and the ledger know two calendars', async () => {
  const { rows } = await sql`select from calendar_changes`.execute(fresh.db);
  expect(rows).toHaveLength(1);
  expect(calendars.before.days.get('2026-06-03')).toBeUndefined();
  expect(calendars.after.days.get('2026-06-03')).toBe('rest');
});
