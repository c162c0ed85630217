/** Rates as people write them; the contract has hundredths of a per cent. */

/** `260` → "2.60". */
export const perCentOf = (basisPoints: number): string => (basisPoints / 100).toFixed(2);

/** `2.6` → 260; undefined where it is not per cent with two decimals at most. */
export function basisPointsOf(text: string): number | undefined {
  const [, whole, part = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
