import { expect, test } from 'vitest';
import { RefusedError } from '../../web/src/api/problem.ts';
import { atSheetRows } from '../../web/src/info-form/at-sheet-rows.ts';

const refused = (...fields: readonly string[]) =>
  new RefusedError({
    type: '/problems/invalid',
    title: '',
    status: 422,
    errors: fields.map((field) => ({ field, code: 'order', message: '' })),
  });
const fieldsOf = (error: unknown) => (error as RefusedError).problem.errors!.map(({ field }) => field);

test('a refused row is that of the sheet, where blank ones above it were not sent', () => {
  const years = [{}, { fromMonth: '202301' }, undefined, { fromMonth: '202401' }];
  const error = refused('form.years.0.months', 'form.years.1.toMonth', 'form.totalFen', 'occurredAt');
  expect(fieldsOf(atSheetRows(error, { form: years, correctedForm: undefined }))).toEqual([
    'form.years.1.months',
    'form.years.3.toMonth',
    'form.totalFen',
    'occurredAt',
  ]);
  expect(fieldsOf(atSheetRows(refused('input.account.years.1.months'), { 'input.account': years }))).toEqual([
    'input.account.years.3.months',
  ]);
});

test('what is no refusal is left as it is', () => {
  const lost = new Error('the line is cut');
  expect(atSheetRows(lost, { form: [] })).toBe(lost);
});
