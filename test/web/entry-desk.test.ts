/** What the page of a form finds out by itself: what the step wants, what is recomputed, which forms are clean. */
import { describe, expect, test } from 'vitest';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import { inSheet } from '../../web/src/info-form/info-form-draft.ts';
import { moneyHere } from '../../web/src/info-form/money-here.ts';
import { cleanForm } from '../../web/src/pages/entry/clean-form.ts';
import { recomputedLine } from '../../web/src/pages/entry/recomputed-line.ts';
import { deskOf } from '../../web/src/procedures/desk.ts';
import { stepOf } from '../../web/src/procedures/lookup.ts';
import { CLEAN_IDS, entryTransfers, FORM, REVIEW_ID } from './mock-entry.ts';
import { REASON_VIEWS } from './reason-views.ts';

const employee = procedureView(PROCEDURES.of('in/employee/2010-66'), REASON_VIEWS);
const detailOf = (id: string) => entryTransfers.map(({ detail }) => detail).find((one) => one.id === id)!;

test('what a step wants is found by the facts that can end it', () => {
  const desks = ['formAndFunds', 'entry', 'secondReview', 'booking'].map((step) => deskOf(stepOf(employee, step)));
  expect(desks).toEqual(['typing', 'comparing', 'reviewing', undefined]);
  expect(deskOf(undefined)).toBeUndefined();
});

test('a finding of the form that was sent is one of the row of the sheet', () => {
  expect([inSheet('years.1.months', '0,3'), inSheet('totalFen', '0,3'), inSheet('years.7.months', '0')]).toEqual([
    'years.3.months',
    'totalFen',
    'years.7.months',
  ]);
});

test('the money that is here is what may be booked; what went back is not here', () => {
  const part = (state: 'matched' | 'proposed' | 'returned', amountFen: number) => ({
    creditId: 'c',
    serial: 's',
    bookedOn: '2026-06-05',
    amountFen,
    state,
  });
  expect(moneyHere([part('matched', 5), part('proposed', 7), part('returned', 100)])).toBe(12);
  expect(moneyHere([part('returned', 100)])).toBeUndefined();
});

describe('a clean form', () => {
  const clean = detailOf(CLEAN_IDS[0]);

  test('has no finding, its money to the fen, and may be reviewed by who looks', () => {
    expect(cleanForm(clean)).toBe(FORM);
    expect(cleanForm(detailOf(REVIEW_ID))).toBeUndefined();
    const [money] = clean.money;
    expect(cleanForm({ ...clean, money: [{ ...money!, amountFen: money!.amountFen + 1 }] })).toBeUndefined();
    expect(cleanForm({ ...clean, allowedFacts: [] })).toBeUndefined();
    expect(cleanForm({ ...clean, infoForms: [{ ...FORM, state: 'superseded' }] })).toBeUndefined();
  });
});

describe('what is recomputed of a line', () => {
  const said = { findings: [], transferYear: 2024, pooledFundFen: 2_040_001, movable: FORM.movable };
  const found = [
    { field: 'accountUntilLastYearFen', code: 'lastYearBalanceDiffers', message: '', computedFen: 980_688 },
  ];

  test('is the sum of its parts, what a finding says, or what was entered where the office found that it fits', () => {
    const of = { form: { ...FORM, totalFen: 1 }, findings: found, said };
    expect(recomputedLine('totalFen', of)).toBe(3_420_644);
    expect(recomputedLine('accountUntilLastYearFen', of)).toBe(980_688);
    expect(recomputedLine('accountThisYearFen', of)).toBe(400_000);
    // A fen a month is rounding.
    expect(recomputedLine('pooledFundFen', of)).toBe(2_040_000);
  });

  test('is nothing where nobody can compute it, or before the office has said anything', () => {
    expect(recomputedLine('personalBefore1998Fen', { form: FORM, findings: [], said })).toBeUndefined();
    expect(recomputedLine('accountThisYearFen', { form: FORM, findings: [], said: undefined })).toBeUndefined();
    const broken = [{ field: 'years.0.toMonth', code: 'order', message: '', severity: 'defect' as const }];
    expect(recomputedLine('accountThisYearFen', { form: FORM, findings: broken, said })).toBeUndefined();
  });
});
