/** Figures that no word moves: at a fixed knowledge nothing changes, and no ending after the first letter raises a rate. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCalendar } from '../../../db/office/calendar.ts';
import { countCompletionIn, type CompletionIn } from '../../../db/metrics/completion-in.ts';
import type { ReasonCode } from '../../../domain/facts/reason-codes.ts';
import { addDays } from '../../../domain/time/shanghai-day.ts';
import type { WorkingCalendar } from '../../../domain/time/working-days.ts';
import { recordCase, recordedOffice, tenOClock, type SketchedFact } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import type { Attempt, CaseRecord } from '../../model/attempts.ts';
import { passRates } from '../../model/pass-rates.ts';

let fresh: FreshDatabase;
let calendar: WorkingCalendar;
beforeAll(async () => {
  fresh = await freshDatabase();
  calendar = await loadCalendar(fresh.db);
});
afterAll(() => fresh.drop());

/** A fact as it was recorded, with the day that it has for whoever knows its correction. */
interface Told extends SketchedFact {
  readonly on: string;
  readonly recordedAt: string;
}

const ENDINGS = [
  { kind: 'booked' },
  { kind: 'booked' },
  { kind: 'booked' },
  { kind: 'withdrawn', reasonCode: 'W01' },
  { kind: 'withdrawn', reasonCode: 'W02' },
  { kind: 'closedWithoutTransfer', reasonCode: 'A01' },
  { kind: 'closedWithoutTransfer', reasonCode: 'A06' },
  { kind: 'closedWithoutTransfer', reasonCode: 'W01' },
  { kind: 'closedWithoutTransfer', reasonCode: 'L06' },
] as const;
const BACK: readonly [string, ReasonCode][] = [
  ['letterReturned', 'M01'],
  ['letterReturned', 'M02'],
  ['returnedByCounterpart', 'L01'],
  ['sentBackToCounterpart', 'D01'],
];

const drawn = fc.record({
  acceptedAfter: fc.nat(45),
  refused: fc.boolean(),
  /** Days to each letter, to its return, and why it came back. */
  rounds: fc.array(fc.tuple(fc.nat(12), fc.nat(25), fc.constantFrom(...BACK)), { maxLength: 4 }),
  lastReturned: fc.boolean(),
  ending: fc.option(fc.constantFrom(...ENDINGS)),
  endsAfter: fc.nat(60),
  /** An old ledger tells everything on one day; others tell each fact some days late. */
  importedAfter: fc.option(fc.nat(60), { freq: 3 }),
  late: fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }),
  /** Which facts are corrected, to where between their neighbours (in percent), how long afterwards. */
  corrections: fc.array(fc.tuple(fc.nat(11), fc.nat(100), fc.nat(40)), { maxLength: 2 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function happened({ acceptedAfter, refused, rounds, lastReturned, ending, endsAfter }: Drawn): SketchedFact[] {
  let on = addDays('2026-04-25', acceptedAfter);
  const facts: SketchedFact[] = [{ kind: 'accepted', on }];
  const then = (days: number, fact: Omit<SketchedFact, 'on'>) => facts.push({ ...fact, on: (on = addDays(on, days)) });
  if (refused && rounds.length === 0) {
    then(3, { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
    return facts;
  }
  then(2, { kind: 'reviewed', outcome: 'eligible' });
  for (const [index, [wait, back, [kind, reasonCode]]] of rounds.entries()) {
    then(wait, { kind: 'letterSent' });
    if (index < rounds.length - 1 || lastReturned) then(back, { kind, reasonCode });
  }
  if (ending) then(endsAfter, ending);
  return facts;
}

const recordedOn = (fact: SketchedFact, day: string): Told => ({ ...fact, recordedAt: tenOClock(day) });

/** In the order of their numbers: each is recorded after the one before. */
function recorded(history: Drawn): Told[] {
  const facts = happened(history);
  let known = history.importedAfter === null ? '' : addDays(facts.at(-1)!.on, history.importedAfter);
  const told = facts.map((fact, index) => {
    const learnt = addDays(fact.on, history.late[index]!);
    if (learnt > known) known = learnt;
    return recordedOn(fact, known);
  });
  for (const [which, percent, after] of history.corrections) {
    const correctsSeq = (which % facts.length) + 1;
    known = addDays(known, after);
    const days = daysOf(told);
    const from = days[correctsSeq - 2] ?? addDays(days[0]!, -20);
    const to = days[correctsSeq] ?? known;
    const span = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
    const correctedOccurredAt = tenOClock(addDays(from, Math.floor((span * percent) / 100)));
    told.push(recordedOn({ kind: 'corrected', on: known, correctsSeq, payload: { correctedOccurredAt } }, known));
  }
  return told;
}

/** Of each fact that is no correction, as its last correction has it. */
function daysOf(told: readonly SketchedFact[]): string[] {
  const days = told.filter(({ kind }) => kind !== 'corrected').map(({ on }) => on);
  for (const { correctsSeq, payload } of told)
    if (correctsSeq !== undefined) days[correctsSeq - 1] = (payload!['correctedOccurredAt'] as string).slice(0, 10);
  return days;
}

/** What somebody who knows just these facts would write down. */
function asKnown(told: readonly Told[], caseId: string): CaseRecord | undefined {
  const days = daysOf(told);
  if (days.length === 0) return undefined;
  const attempts: Attempt[] = [];
  let record: CaseRecord = { caseId, acceptedOn: days[0]!, attempts };
  for (const [index, { kind, outcome, reasonCode }] of told.filter((one) => one.kind !== 'corrected').entries()) {
    const on = days[index]!;
    const reason = reasonCode as ReasonCode;
    if (kind === 'letterSent') attempts.push({ begunOn: on });
    else if (BACK.some(([back]) => back === kind)) attempts.push({ ...attempts.pop()!, endedOn: on, endedBy: reason });
    else if (kind === 'booked') record = { ...record, closings: [{ doneOn: on }] };
    else if (outcome === 'refused') record = { ...record, endedWithoutTransfer: { on, how: 'refused', reason } };
    else if (kind === 'withdrawn' || kind === 'closedWithoutTransfer')
      record = { ...record, endedWithoutTransfer: { on, how: kind, reason } };
  }
  return record;
}

const PERIOD = { from: '2026-05-01', to: '2026-05-31' };

function asDefined(records: CaseRecord[], asOf: string) {
  const { cohort, notClosed, stillOpen, excluded, rates, ratesMature, ratesPostalFailureNotAttempt } = passRates(
    records,
    {
      ...PERIOD,
      asOf,
      calendar,
    },
  );
  const of = (counted: typeof rates) => [1, 2, 3].map((k) => counted[k as 1].rate ?? null);
  return {
    sizes: [cohort, notClosed, stillOpen, Object.values(excluded).flat()].map(({ length }) => length),
    rates: of(rates),
    mature: of(ratesMature),
    other: of(ratesPostalFailureNotAttempt),
  };
}

function asCounted({ cohort, notClosed, stillOpen, excluded, rates, mature, otherReading }: CompletionIn) {
  const out = excluded.refused + excluded.duplicate + excluded.withdrawnBeforeFirstLetter;
  return {
    sizes: [cohort, notClosed, stillOpen, out],
    rates: Object.values(rates),
    mature: Object.values(mature.rates),
    other: Object.values(otherReading.rates),
  };
}

const manyCases = fc.array(drawn, { minLength: 1, maxLength: 15 });
const day = (days: number): string => addDays('2026-04-28', days);

test('as of any day and knowledge they are the model’s, whatever was corrected, imported or ended, in whatever order it arrived', async () => {
  await fc.assert(
    fc.asyncProperty(manyCases, fc.nat(160), fc.nat(200), async (histories, asOfDays, knownDays) => {
      const office = await recordedOffice(fresh.db);
      const cases = histories.map(recorded);
      for (const facts of cases) await recordCase(fresh.db, office, { facts });
      const [asOf, knownAt] = [day(asOfDays), tenOClock(day(knownDays))];
      const known = cases.map((told) => told.filter(({ recordedAt }) => recordedAt <= knownAt));
      const records = known.flatMap((told, index) => asKnown(told, String(index)) ?? []);
      const question = { officeId: office.officeId, ...PERIOD, asOf, knownAt };
      expect(asCounted(await countCompletionIn(fresh.db, question, 45))).toEqual(asDefined(records, asOf));
    }),
    { numRuns: 40 },
  );
}, 180_000);

test('what is recorded later changes nothing of what was known', async () => {
  await fc.assert(
    fc.asyncProperty(manyCases, fc.nat(160), fc.nat(200), async (histories, asOfDays, knownDays) => {
      const knownAt = tenOClock(day(knownDays));
      const cases = histories.map(recorded);
      const answers = [];
      for (const all of [false, true]) {
        const office = await recordedOffice(fresh.db);
        for (const told of cases) {
          const facts = all ? told : told.filter(({ recordedAt }) => recordedAt <= knownAt);
          if (facts.length > 0) await recordCase(fresh.db, office, { facts });
        }
        const question = { officeId: office.officeId, ...PERIOD, asOf: day(asOfDays), knownAt };
        answers.push(await countCompletionIn(fresh.db, question, 45));
      }
      expect(answers[1]).toEqual(answers[0]);
    }),
    { numRuns: 20 },
  );
}, 180_000);

describe('after the first letter', () => {
  const raised = (before: (string | null)[], after: (string | null)[]): boolean =>
    before.some((rate, index) => rate !== null && Number(after[index]) > Number(rate));

  const others = ENDINGS.filter(({ kind }) => kind !== 'booked');
  test.each(others)('no ending raises a rate: $kind for $reasonCode', async (ending) => {
    const withLetters = drawn.filter(({ rounds }) => rounds.length > 0);
    await fc.assert(
      fc.asyncProperty(fc.array(withLetters, { minLength: 6, maxLength: 12 }), async (histories) => {
        const answers = [];
        for (const ends of [null, ending]) {
          const office = await recordedOffice(fresh.db);
          for (const [index, history] of histories.entries()) {
            const told = happened({ ...history, ending: index % 2 === 0 ? ENDINGS[0] : ends });
            await recordCase(fresh.db, office, { facts: told });
          }
          const question = { officeId: office.officeId, ...PERIOD, asOf: '2026-11-20' };
          answers.push(asCounted(await countCompletionIn(fresh.db, question, 45)));
        }
        expect(raised(answers[0]!.rates, answers[1]!.rates)).toBe(false);
        expect(answers[1]!.sizes[0]).toBe(answers[0]!.sizes[0]);
      }),
      { numRuns: 4 },
    );
  });

  test('a letter that came back, then “not insured here”: the case stays in the cohort', async () => {
    const office = await recordedOffice(fresh.db);
    const begun: SketchedFact[] = [
      { kind: 'accepted', on: '2026-05-04' },
      { kind: 'letterSent', on: '2026-05-06' },
    ];
    const back: SketchedFact = { kind: 'returnedByCounterpart', on: '2026-05-12', reasonCode: 'L01' };
    const ended = (reasonCode: string): SketchedFact => ({
      kind: 'closedWithoutTransfer',
      on: '2026-05-20',
      reasonCode,
    });
    await recordCase(fresh.db, office, { facts: [...begun, { kind: 'booked', on: '2026-05-20' }] });
    for (const code of ['A01', 'A06', 'W01', 'L06'])
      await recordCase(fresh.db, office, { facts: [...begun, back, ended(code)] });
    const question = { officeId: office.officeId, ...PERIOD, asOf: '2026-11-20' };
    expect(await countCompletionIn(fresh.db, question, 45)).toMatchObject({
      cohort: 5,
      excluded: { refused: 0, duplicate: 0, withdrawnBeforeFirstLetter: 0 },
      rates: { 1: '20.00' },
    });
  });
});
