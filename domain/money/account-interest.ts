/** Interest of one year on a personal account, in fen. Rates are hundredths of a per cent (3.97 % = 397). */
import { multiplyDivideHalfUp } from './rounding.ts';

const RATE_UNIT = 10_000;

/** Credits spread evenly over the months `from` to `to` (1–12) of one year. */
export interface CreditedSpan {
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly creditedFen: number;
}

/** Interest on what stood in the account when the year began. */
export function openingInterestFen(openingFen: number, rate: number): number {
  return multiplyDivideHalfUp([openingFen, rate], RATE_UNIT);
}

/** Month-product method (月积数法): Σ credit of month m × (12 − m + 1) × rate / 12. */
export function monthProductInterestFen({ fromMonth, toMonth, creditedFen }: CreditedSpan, rate: number): number {
  const months = toMonth - fromMonth + 1;
  const products = (months * (13 - fromMonth + (13 - toMonth))) / 2;
  return multiplyDivideHalfUp([creditedFen, products, rate], months * 12 * RATE_UNIT);
}

/** Year method (年度法): credits × rate × 1.083 × 1/2. */
export function yearMethodInterestFen({ creditedFen }: CreditedSpan, rate: number): number {
  return multiplyDivideHalfUp([creditedFen, rate, 1083], RATE_UNIT * 2000);
}
