import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyDivideHalfUp, percent, wholePercent } from '../../../domain/money/rounding.ts';

describe('rounding', () => {
  it('rounds half away from zero', () => {
    expect([5, 4, -5, -4].map((dividend) => multiplyDivideHalfUp([dividend], 10))).toEqual([1, 0, -1, 0]);
  });

  it('agrees with exact arithmetic for every safe integer', () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(safe, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (dividend, divisor) => {
        const [size, by] = [BigInt(Math.abs(dividend)), BigInt(divisor)];
        const rounded = (2n * size + by) / (2n * by);
        expect(BigInt(Math.abs(multiplyDivideHalfUp([dividend], divisor)))).toBe(rounded);
      }),
    );
  });

  it('refuses what is not exact', () => {
    expect(() => multiplyDivideHalfUp([0.5], 1)).toThrow(RangeError);
    expect(() => multiplyDivideHalfUp([1], 0)).toThrow(RangeError);
    expect(() => multiplyDivideHalfUp([Number.MAX_SAFE_INTEGER, 2], 1)).toThrow(RangeError);
  });

  it('minds the result only, however large the product is on the way', () => {
    expect(multiplyDivideHalfUp([Number.MAX_SAFE_INTEGER, 1200, 1083], 20_000_000)).toBe(585_287_807_573_070);
    expect([multiplyDivideHalfUp([5, 1], 10), multiplyDivideHalfUp([-5, 1], 10)]).toEqual([1, -1]);
  });

  it('shows the shares of the reference office', () => {
    expect([273, 292, 304].map((passed) => percent(passed, 310))).toEqual(['88.06', '94.19', '98.06']);
    expect([273, 292, 304].map((passed) => wholePercent(passed, 310))).toEqual([88, 94, 98]);
    expect([percent(647, 660), percent(660, 660)]).toEqual(['98.03', '100.00']);
  });

  it('rounds the whole per cent from the integers and not from the rounded decimals', () => {
    expect(percent(94_496, 100_000)).toBe('94.50');
    expect(wholePercent(94_496, 100_000)).toBe(94);
  });

  it('has no share of nothing', () => {
    expect([percent(0, 0), wholePercent(0, 0)]).toEqual([undefined, undefined]);
  });
});
