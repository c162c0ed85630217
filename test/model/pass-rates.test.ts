import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt, CaseRecord } from './attempts.ts';
import { passRates, type PassRates } from './pass-rates.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { CALENDAR } from '../builders/calendar.ts';

const MAY = { from: '2026-05-01', to: '2026-05-31', calendar: CALENDAR };
const LATE = '2026-11-20';

let made = 0;
/** Accepted on 11 May, letters every 20 days, each but the last returned; `ending` comes 15 days after the last. */
function aCase(letters: number, ending?: 'done' | 'L06' | 'A01' | 'W01', reason: 'L02' | 'M01' = 'L02'): CaseRecord {
  const attempts = Array.from({ length: letters }, (_, index): Attempt => {
    const begunOn = addDays('2026-05-15', index * 20);
    return index === letters - 1 ? { begunOn } : { begunOn, endedOn: addDays(begunOn, 10), endedBy: reason };
  });
  const on = addDays('2026-05-15', Math.max(0, letters - 1) * 20 + 15);
  const how = { A01: 'refused', W01: 'withdrawn', L06: 'closedWithoutTransfer' } as const;
  return {
    caseId: `case ${String(made++)}`,
    acceptedOn: '2026-05-11',
    attempts,
    ...(ending === 'done' ? { closings: [{ doneOn: on }] } : {}),
    ...(ending && ending !== 'done' ? { endedWithoutTransfer: { on, how: how[ending], reason: ending } } : {}),
  };
}
const many = (count: number, make: () => CaseRecord): CaseRecord[] => Array.from({ length: count }, make);
const shares = ({ rates }: Pick<PassRates, 'rates'>) => [rates[1].rate, rates[2].rate, rates[3].rate];

const referenceMonth = (): CaseRecord[] => [
  ...many(273, () => aCase(1, 'done')),
  ...many(19, () => aCase(2, 'done')),
  ...many(12, () => aCase(3, 'done')),
  ...many(4, () => aCase(1)),
  ...many(2, () => aCase(1, 'L06')),
];

describe('completion with the first, second and third attempt', () => {
  it('gives the figures of the reference office', () => {
    const rates = passRates(referenceMonth(), { ...MAY, asOf: LATE });
    expect(shares(rates)).toEqual(['88.06', '94.19', '98.06']);
    expect([rates.rates[1].shown, rates.rates[2].shown, rates.rates[3].shown]).toEqual([88, 94, 98]);
    expect(rates.notClosed).toHaveLength(6);
    expect(rates.stillOpen).toHaveLength(4);
    expect(rates.closedCohort).toBe(true);
    expect(rates.ratesMature).toEqual(rates.rates);
  });

  it('is not changed by refusals, nor by withdrawals before the first letter', () => {
    const more = [...referenceMonth(), aCase(0, 'A01'), aCase(0, 'W01')];
    const rates = passRates(more, { ...MAY, asOf: LATE });
    expect(shares(rates)).toEqual(['88.06', '94.19', '98.06']);
    expect([rates.excluded.refused.length, rates.excluded.withdrawnBeforeFirstLetter.length]).toEqual([1, 1]);
  });

  it('falls by a case that withdrew after its letter, because it stays in the cohort', () => {
    const rates = passRates([aCase(1, 'done'), aCase(1, 'W01')], { ...MAY, asOf: LATE });
    expect(rates.rates[1]).toMatchObject({ numerator: 1, denominator: 2, rate: '50.00' });
  });

  it('falls by an open case of today among all, and not among the mature', () => {
    const today = { ...aCase(0), acceptedOn: '2026-05-29' };
    const before = passRates(referenceMonth(), { ...MAY, asOf: LATE });
    const after = passRates([...referenceMonth(), today], { ...MAY, asOf: LATE });
    expect(after.rates[1].denominator).toBe(311);
    expect(after.ratesMature[1]).toEqual(before.ratesMature[1]);
    expect(after.closedCohort).toBe(false);
  });

  it('asks for the days of acceptance, both included, and looks at nothing later than the day', () => {
    const cases = ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((acceptedOn) => ({
      ...aCase(0),
      acceptedOn,
    }));
    expect(passRates(cases, { ...MAY, asOf: LATE }).cohort).toHaveLength(2);
    expect(passRates(cases, { ...MAY, asOf: '2026-05-30' }).cohort).toHaveLength(1);
  });

  it('matures a case for one attempt when that attempt was returned, and for two when the second waits too long', () => {
    const returned = passRates([aCase(2)], { ...MAY, asOf: '2026-06-05' });
    expect([1, 2, 3].map((k) => returned.ratesMature[k as 1].denominator)).toEqual([1, 0, 0]);
    // The second letter began on 4 June; 45 working days later is 7 August.
    const waits = (asOf: string) => passRates([aCase(2)], { ...MAY, asOf }).ratesMature[2].denominator;
    expect([waits('2026-08-07'), waits('2026-08-10')]).toEqual([0, 1]);
  });

  it('is certain about one attempt as soon as the first letter came back', () => {
    const once: CaseRecord = {
      ...aCase(1),
      attempts: [{ begunOn: '2026-05-15', endedOn: '2026-05-25', endedBy: 'L02' }],
    };
    const rates = (asOf: string) => passRates([once], { ...MAY, asOf }).ratesMature[1].denominator;
    expect([rates('2026-05-24'), rates('2026-05-25')]).toEqual([0, 1]);
  });

  it('reads lost letters the other way under its own name', () => {
    const rates = passRates([aCase(2, 'done', 'M01'), aCase(2, 'done', 'L02')], { ...MAY, asOf: LATE });
    expect(rates.rates[1].rate).toBe('0.00');
    expect(rates.ratesPostalFailureNotAttempt[1].rate).toBe('50.00');
    expect(rates.rates[2]).toEqual(rates.ratesPostalFailureNotAttempt[2]);
  });

  it('has no rate without a case', () => {
    expect(passRates([], { ...MAY, asOf: LATE }).rates[1]).toEqual({
      numerator: 0,
      denominator: 0,
      rate: undefined,
      shown: undefined,
    });
  });

  it('opens exactly its cases, rises with the attempts and does not care about the order', () => {
    const ending = fc.constantFrom(undefined, 'done', 'L06', 'A01', 'W01') as fc.Arbitrary<'done' | undefined>;
    const someCase = fc
      .tuple(fc.nat(4), ending)
      .map(([letters, how]) => aCase(how === 'done' ? letters + 1 : letters, how));
    const asOf = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-05-11', days));
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 30 }), asOf, (cases, day) => {
        const rates = passRates(cases, { ...MAY, asOf: day });
        const { closedWithAttempt, notClosed, cohort, excluded } = rates;
        const parts = [...Object.values(closedWithAttempt).flat(), ...notClosed];
        expect([...parts].sort()).toEqual([...cohort].sort());
        expect(parts.length + Object.values(excluded).flat().length).toBe(cases.length);
        expect(rates.rates[1].numerator).toBe(closedWithAttempt[1].length);
        expect(rates.rates[3].numerator).toBe(cohort.length - notClosed.length - closedWithAttempt.more.length);
        expect(rates.rates[1].numerator <= rates.rates[2].numerator).toBe(true);
        expect(rates.ratesMature[2].numerator).toBe(rates.rates[2].numerator);
        expect(passRates([...cases].reverse(), { ...MAY, asOf: day }).rates).toEqual(rates.rates);
      }),
    );
  });
});
