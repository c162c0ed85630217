import { expect, test } from 'vitest';
import { wholeNumber, wholeNumberAboveZero } from '../../domain/whole-number.ts';

test('a whole number is read, and what is none is named', () => {
  expect(['0', '310', '9007199254740991'].map(wholeNumber)).toEqual([0, 310, Number.MAX_SAFE_INTEGER]);
  for (const text of ['-1', '1.5', 'ten', '9007199254740992'])
    expect(() => wholeNumber(text)).toThrow(`${text} is not a whole number`);
});

test('some must be above zero', () => {
  expect(wholeNumberAboveZero('1')).toBe(1);
  expect(() => wholeNumberAboveZero('0')).toThrow('0 is not a whole number above zero');
});
