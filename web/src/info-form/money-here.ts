/** The money of a transfer that its form is compared with. Pure. */
import type { Schemas } from '../api/types.ts';

const COUNTS: ReadonlySet<Schemas['PartState']> = new Set(['proposed', 'matched', 'booked']);

/** In fen; undefined while none came. */
export function moneyHere(money: readonly Schemas['TransferMoney'][]): number | undefined {
  const parts = money.filter(({ state }) => COUNTS.has(state));
  return parts.length === 0 ? undefined : parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
