import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, parseYuan } from '../../../domain/money/money.ts';

const fen = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('money', () => {
  it.each([
    ['66845.69', 6_684_569],
    ['1,234.50', 123_450],
    ['1,234,567.8', 123_456_780],
    ['0', 0],
    ['007.00', 700],
    ['12', 1200],
  ])('reads %s yuan', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  it.each([
    '',
    ' ',
    '12,34.5.6',
    '12,34',
    '1234,567.00',
    '1.234',
    '.5',
    '5.',
    '-1.00',
    '+1',
    '¥1',
    '1e3',
    '１２',
    '1 000',
    'NaN',
  ])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  it('refuses what no safe integer holds', () => {
    expect(parseYuan('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseYuan('90071992547409.92')).toBeUndefined();
  });

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(fen, fc.boolean(), (amount, grouped) => {
        expect(parseYuan(formatYuan(amount, { grouped }))).toBe(amount);
      }),
    );
  });

  it('writes small, negative and grouped amounts', () => {
    expect([formatYuan(5), formatYuan(-5400), formatYuan(-1)]).toEqual(['0.05', '-54.00', '-0.01']);
    expect(formatYuan(123_456_789, { grouped: true })).toBe('1,234,567.89');
    expect(() => formatYuan(1.5)).toThrow(RangeError);
  });
});
