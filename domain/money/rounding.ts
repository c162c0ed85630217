/** Rounding half-up on integers: nothing here ever passes through a fraction. */

function safe(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} is not a safe integer`);
  return value;
}

/** The product of the factors over the divisor, rounded half away from zero; only the result must be a safe integer. */
export function multiplyDivideHalfUp(factors: readonly number[], divisor: number): number {
  if (safe(divisor, 'divisor') <= 0) throw new RangeError('divisor must be above zero');
  const product = factors.reduce((result, factor) => result * BigInt(safe(factor, 'factor')), 1n);
  const [size, by] = [product < 0n ? -product : product, BigInt(divisor)];
  const rounded = (2n * size + by) / (2n * by);
  return safe(Number(product < 0n ? -rounded : rounded), 'result');
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
