import { multiplyDivideHalfUp } from '../../domain/money/rounding.ts';

type Rates = Record<string, string | null>;

/** Hundredths of a per cent, from "88.06". */
function hundredths(rate: string): number {
  return Number(rate.replace('.', ''));
}

/**
 * How many percentage points each rate has risen since, with two decimals and a sign ("+14.00", "-0.35"); null where one is
 * missing. Of the rates as shown, so that whoever subtracts on paper gets the same.
 */
export function differenceInPoints(now: Rates, before: Rates): Rates {
  const names = Object.keys(now);
  return Object.fromEntries(names.map((name) => [name, difference(now[name] ?? null, before[name] ?? null)]));
}

function difference(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  const points = hundredths(now) - hundredths(before);
  const size = Math.abs(points);
  return `${signOf(points)}${String(Math.trunc(size / 100))}.${String(size % 100).padStart(2, '0')}`;
}

const signOf = (difference: number): string => (difference < 0 ? '-' : difference > 0 ? '+' : '');

/** By how much a count, or a sum in fen, has risen: per cent with one decimal and a sign ("+14.0", "-3.5"); null where there was nothing before. */
export function riseInPerCent(now: number, before: number): string | null {
  if (before === 0) return null;
  const tenths = multiplyDivideHalfUp([now - before, 1000], before);
  const size = Math.abs(tenths);
  return `${signOf(tenths)}${String(Math.trunc(size / 10))}.${String(size % 10)}`;
}
