import { expect, test } from 'vitest';
import { formChanges } from '../../../domain/forms/form-changes.ts';
import { aForm } from '../../builders/walk.ts';

const [first, second] = aForm().years;

test('the same form has no changes, whether it says what is nothing or leaves it out', () => {
  const said = { ...aForm(), years: [{ ...first!, areaCode: '', interestFen: 0, accountRate: undefined }, second!] };
  expect(formChanges(aForm(), said)).toEqual([]);
  expect(formChanges({ ...aForm(), receivedOn: null }, aForm())).toEqual([]);
});

test('each figure is told with what it was', () => {
  const after = {
    ...aForm(),
    totalFen: 1,
    transferredOn: '2026-03-01',
    years: [{ ...first!, baseFen: null }, second!],
  };
  expect(formChanges(aForm(), after)).toEqual([
    { field: 'transferredOn', was: null, becomes: '2026-03-01' },
    { field: 'totalFen', was: 3_420_644, becomes: 1 },
    { field: 'years.0.baseFen', was: 1_000_000, becomes: null },
  ]);
});

test('a year that came or went is told figure by figure', () => {
  const shorter = { ...aForm(), years: [first!] };
  const gone = formChanges(aForm(), shorter);
  expect(gone.every(({ field, becomes }) => field.startsWith('years.1.') && becomes === null)).toBe(true);
  expect(gone).toContainEqual({ field: 'years.1.creditedFen', was: 400_000, becomes: null });
  expect(formChanges(shorter, aForm())).toContainEqual({ field: 'years.1.months', was: null, becomes: 5 });
});
