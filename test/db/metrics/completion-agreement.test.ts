/** The figures that SQL counts are those that the definition in domain/ gives, whatever the histories and however they arrived. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCalendar } from '../../../db/office/calendar.ts';
import { countCompletionIn, type CompletionIn } from '../../../db/metrics/completion-in.ts';
import { countCompletionOut } from '../../../db/metrics/completion-out.ts';
import type { Attempt, CaseRecord } from '../../model/attempts.ts';
import { outRates, type OutRecord } from '../../model/pass-rates-out.ts';
import { passRates, type Rates } from '../../model/pass-rates.ts';
import type { ReasonCode } from '../../../domain/facts/reason-codes.ts';
import { addDays } from '../../../domain/time/shanghai-day.ts';
import type { WorkingCalendar } from '../../../domain/time/working-days.ts';
import { outFacts } from '../../builders/out-facts.ts';
import { recordCase, recordedOffice, type SketchedFact } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let calendar: WorkingCalendar;
beforeAll(async () => {
  fresh = await freshDatabase();
  calendar = await loadCalendar(fresh.db);
});
afterAll(() => fresh.drop());

const RETURN_CODES = ['L01', 'L02', 'M01', 'M02', 'M03', 'D01', 'F05'] as const;
const ENDINGS = [
  'none',
  'none',
  'booked',
  'booked',
  'booked',
  'withdrawn',
  'refused',
  'duplicate',
  'closedWithoutTransfer',
] as const;

interface History {
  acceptedOn: string;
  /** Days until each letter and each return, and why it came back. */
  rounds: { wait: number; back: number; code: ReasonCode }[];
  lastReturned: boolean;
  ending: (typeof ENDINGS)[number];
  endsAfter: number;
}

const histories = fc.array(
  fc.record<History>({
    acceptedOn: fc.integer({ min: 0, max: 45 }).map((days) => addDays('2026-04-25', days)),
    rounds: fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 12 }),
        back: fc.integer({ min: 0, max: 30 }),
        code: fc.constantFrom<ReasonCode[]>(...RETURN_CODES),
      }),
      { maxLength: 5 },
    ),
    lastReturned: fc.boolean(),
    ending: fc.constantFrom(...ENDINGS),
    endsAfter: fc.integer({ min: 0, max: 80 }),
  }),
  { minLength: 1, maxLength: 25 },
);

const KIND_OF: Partial<Record<ReasonCode, string>> = {
  M01: 'letterReturned',
  M02: 'letterReturned',
  M03: 'letterLost',
};

/** One history twice: as the definition wants it, and as facts of the ledger. */
function told(history: History, caseId: string): { record: CaseRecord; facts: SketchedFact[] } {
  const { acceptedOn } = history;
  const refused = history.ending === 'refused' || history.ending === 'duplicate';
  const rounds = refused ? [] : history.rounds;
  const attempts: Attempt[] = [];
  const facts: SketchedFact[] = [{ kind: 'accepted', on: acceptedOn }];
  let day = acceptedOn;
  for (const [index, round] of rounds.entries()) {
    const begunOn = addDays(day, round.wait);
    const comesBack = index < rounds.length - 1 || history.lastReturned;
    day = comesBack ? addDays(begunOn, round.back) : begunOn;
    attempts.push(comesBack ? { begunOn, endedOn: day, endedBy: round.code } : { begunOn });
    facts.push({ kind: 'letterSent', on: begunOn });
    // A lost letter has no reason of its own in the contract.
    const code = round.code === 'M03' ? {} : { reasonCode: round.code };
    if (comesBack) facts.push({ kind: KIND_OF[round.code] ?? 'returnedByCounterpart', on: day, ...code });
  }
  const on = addDays(day, history.endsAfter);
  switch (history.ending) {
    case 'none':
      return { record: { caseId, acceptedOn, attempts }, facts };
    case 'booked':
      return {
        record: { caseId, acceptedOn, attempts, closings: [{ doneOn: on }] },
        facts: [...facts, { kind: 'booked', on }],
      };
    default: {
      const reason = ({ withdrawn: 'W01', refused: 'A02', duplicate: 'A06', closedWithoutTransfer: 'L06' } as const)[
        history.ending
      ];
      const how = history.ending === 'duplicate' ? 'refused' : history.ending;
      const kind = refused ? 'reviewed' : history.ending;
      const outcome = refused ? { outcome: 'refused' } : {};
      return {
        record: { caseId, acceptedOn, attempts, endedWithoutTransfer: { on, how, reason } },
        facts: [...facts, { kind, on, reasonCode: reason, ...outcome }],
      };
    }
  }
}

const FROM = '2026-05-01';
const TO = '2026-05-31';

function asDefined(records: CaseRecord[], asOf: string) {
  const defined = passRates(records, { from: FROM, to: TO, asOf, calendar });
  const { closedWithAttempt, excluded } = defined;
  const of = (rates: Rates) => ({ 1: rates[1].rate ?? null, 2: rates[2].rate ?? null, 3: rates[3].rate ?? null });
  return {
    cohort: defined.cohort.length,
    closedAt: { 1: closedWithAttempt[1].length, 2: closedWithAttempt[2].length, 3: closedWithAttempt[3].length },
    closedLater: closedWithAttempt.more.length,
    notClosed: defined.notClosed.length,
    stillOpen: defined.stillOpen.length,
    excluded: {
      refused: excluded.refused.length,
      withdrawnBeforeFirstLetter: excluded.withdrawnBeforeFirstLetter.length,
    },
    rates: of(defined.rates),
    mature: {
      denominators: {
        1: defined.ratesMature[1].denominator,
        2: defined.ratesMature[2].denominator,
        3: defined.ratesMature[3].denominator,
      },
      rates: of(defined.ratesMature),
    },
    otherRates: of(defined.ratesPostalFailureNotAttempt),
  };
}

function asCounted({
  closedAt,
  closedLater,
  cohort,
  notClosed,
  stillOpen,
  excluded,
  rates,
  mature,
  otherReading,
}: CompletionIn) {
  return {
    cohort,
    closedAt,
    closedLater,
    notClosed,
    stillOpen,
    excluded: {
      refused: excluded.refused + excluded.duplicate,
      withdrawnBeforeFirstLetter: excluded.withdrawnBeforeFirstLetter,
    },
    rates,
    mature,
    otherRates: otherReading.rates,
  };
}

test('SQL and the definition agree on any histories as of any day', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 0, max: 150 }), async (drawn, days) => {
      const office = await recordedOffice(fresh.db);
      const asOf = addDays('2026-04-30', days);
      const cases = drawn.map((history, index) => told(history, String(index)));
      for (const { facts } of cases) await recordCase(fresh.db, office, { facts });
      const question = { officeId: office.officeId, from: FROM, to: TO, asOf, knownAt: null };
      expect(asCounted(await countCompletionIn(fresh.db, question, 45))).toEqual(
        asDefined(
          cases.map(({ record }) => record),
          asOf,
        ),
      );
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('the same facts in another order of arrival give the same figures', async () => {
  const shuffled = histories.chain((drawn) =>
    fc.tuple(
      fc.constant(drawn),
      fc.shuffledSubarray(drawn, { minLength: drawn.length }),
      fc.infiniteStream(fc.nat(400_000)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([drawn, otherOrder, delays]) => {
      const answers = [];
      for (const order of [drawn, otherOrder]) {
        const office = await recordedOffice(fresh.db);
        for (const history of order) {
          const facts = told(history, '').facts.map((fact) => late(fact, delays.next().value));
          await recordCase(fresh.db, office, { facts });
        }
        const question = { officeId: office.officeId, from: FROM, to: TO, asOf: '2026-08-31', knownAt: null };
        answers.push(await countCompletionIn(fresh.db, question, 45));
      }
      expect(answers[0]).toEqual(answers[1]);
    }),
    { numRuns: 8 },
  );
}, 120_000);

/** Learnt up to four and a half days after it happened. */
function late(fact: SketchedFact, seconds: number): SketchedFact {
  return { ...fact, recordedAt: new Date(Date.parse(`${fact.on}T02:00:00Z`) + seconds * 1000).toISOString() };
}

const outRecords = fc.array(
  fc.record({
    receivedAfter: fc.integer({ min: 0, max: 70 }),
    formAfter: fc.option(fc.integer({ min: 0, max: 40 })),
    remittedAfter: fc.option(fc.integer({ min: 0, max: 40 })),
    reissuedAfter: fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 25 },
);

test('so do the figures of transfers-out', async () => {
  await fc.assert(
    fc.asyncProperty(outRecords, fc.integer({ min: 0, max: 120 }), async (drawn, days) => {
      const office = await recordedOffice(fresh.db);
      const asOf = addDays('2026-05-01', days);
      const records: OutRecord[] = [];
      for (const { receivedAfter, formAfter, remittedAfter, reissuedAfter } of drawn) {
        const letterReceivedOn = addDays('2026-05-01', receivedAfter);
        const formSentOn = formAfter === null ? undefined : addDays(letterReceivedOn, formAfter);
        const fundSentOn = remittedAfter === null ? undefined : addDays(letterReceivedOn, remittedAfter);
        const reissuedOn = reissuedAfter.map((days) => addDays(letterReceivedOn, days));
        const facts = outFacts({ receivedOn: letterReceivedOn, formSentOn, fundSentOn, reissuedOn });
        const { caseId } = await recordCase(fresh.db, office, { direction: 'out', facts });
        records.push({ caseId, letterReceivedOn, infoFormIssuedOn: formSentOn, remittedOn: fundSentOn, reissuedOn });
      }
      const question = { officeId: office.officeId, from: '2026-06-01', to: '2026-06-30', asOf, knownAt: null };
      const defined = outRates(records, { ...question, calendar });
      const ratioOf = ({ numerator, denominator, rate }: (typeof defined)['current']) => ({
        numerator,
        denominator,
        rate: rate ?? null,
      });
      expect(await countCompletionOut(fresh.db, question)).toEqual({
        due: defined.due.length,
        inPeriod: ratioOf(defined.current),
        second: ratioOf(defined.second),
        withinTwoLimits: ratioOf(defined.withinTwoLimits),
        sameMonth: ratioOf(defined.sameMonth),
      });
    }),
    { numRuns: 15 },
  );
}, 120_000);
