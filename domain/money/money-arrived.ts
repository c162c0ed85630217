import { dateOf, instantOf } from '../time/shanghai-day.ts';

/** The bank gives a day: late on it, so that whatever else happened that day came before, yet never in the future. */
export function moneyArrived(bookedOn: string, now: Date): Date {
  if (bookedOn >= dateOf(now)) return now;
  return new Date(instantOf(bookedOn, 24 * 60 - 1));
}
