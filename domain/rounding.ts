/** Rounding half-up on integers: nothing here ever passes through a fraction. */

function safe(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} is not a safe integer`);
  return value;
}

/** `dividend / divisor` rounded half away from zero; both safe integers, divisor above zero. */
export function divideHalfUp(dividend: number, divisor: number): number {
  safe(dividend, 'dividend');
  if (safe(divisor, 'divisor') <= 0) throw new RangeError('divisor must be above zero');
  const size = Math.abs(dividend);
  const rest = size % divisor;
  // `rest >= divisor - rest` instead of `2 * rest >= divisor`, which could leave the safe range.
  const rounded = (size - rest) / divisor + (rest >= divisor - rest ? 1 : 0);
  return dividend < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The product of the factors over the divisor, rounded half-up; throws a RangeError when the product is not exact. */
export function multiplyDivideHalfUp(factors: readonly number[], divisor: number): number {
  return divideHalfUp(
    factors.reduce((product, factor) => safe(product * safe(factor, 'factor'), 'product'), 1),
    divisor,
  );
}

/** Share in per cent with two decimals ("88.06"), half-up; undefined when there is nothing to divide by. */
export function percent(numerator: number, denominator: number): string | undefined {
  if (denominator === 0) return undefined;
  const hundredths = multiplyDivideHalfUp([numerator, 10_000], denominator);
  return `${String(Math.trunc(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** Share in whole per cent, half-up from the integers and not from the rounded decimals. */
export function wholePercent(numerator: number, denominator: number): number | undefined {
  return denominator === 0 ? undefined : multiplyDivideHalfUp([numerator, 100], denominator);
}
