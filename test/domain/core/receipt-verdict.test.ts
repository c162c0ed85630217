import { expect, test } from 'vitest';
import { differenceOf, receiptVerdict, RECEIPT_VERDICTS } from '../../../domain/core/receipt-verdict.ts';

const form = { holds: true, totalFen: 100, receivedFen: 0 };

test.each([
  ['all of it', form, 100, 'whole'],
  ['a part', form, 40, 'part'],
  ['the part that was missing', { ...form, receivedFen: 40 }, 60, 'whole'],
  ['another part', { ...form, receivedFen: 40 }, 50, 'part'],
  ['more than is left', { ...form, receivedFen: 40 }, 61, 'exceeds'],
  ['more than the form', form, 101, 'exceeds'],
  ['once more', { ...form, receivedFen: 100 }, 100, 'twice'],
  ['once more, in part', { ...form, receivedFen: 100 }, 1, 'twice'],
  ['a form that went back', { ...form, holds: false }, 100, 'otherForm'],
  ['a form of nothing', { ...form, totalFen: 0 }, 0, 'whole'],
] as const)('%s', (_, answered, amountFen, verdict) => {
  expect(receiptVerdict(answered, amountFen)).toBe(verdict);
});

test('what answers no form is unknown', () => {
  expect(receiptVerdict(undefined, 100)).toBe('unknown');
});

test('only a receipt for the whole is no difference', () => {
  expect(RECEIPT_VERDICTS.filter((verdict) => differenceOf(verdict) === undefined)).toEqual(['whole']);
});
