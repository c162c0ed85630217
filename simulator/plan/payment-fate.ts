/** What the finance bureau and the bank do with a payment of ours: independent draws per payment. */
import { draws } from '../outside/draws.ts';

export interface PaymentFate {
  /** After so many working days the funds are there. */
  readonly bureauWorkingDays: number;
  /** The number of the account is not the payee's: the bank debits ours, and gives the money back at once or so many working days later. */
  readonly comesBack?: { readonly afterWorkingDays: number };
  /** The bank's statement names another account than the payment, and people have to say that it is the same one. */
  readonly wordedOtherwise: boolean;
}

/** How often. An office gives its bureau five working days. */
const FREQUENCIES = { fundedLate: 0.03, comesBack: 0.015, atOnce: 0.4, wordedOtherwise: 0.006 } as const;

interface Asked {
  readonly id: string;
  readonly replaces?: string;
}

/** The same for the same seed and payment; to what is paid anew somebody has looked twice. */
export function paymentFateOf(seed: number, { id, replaces }: Asked): PaymentFate {
  const draw = draws(seed, 'payment', id);
  const comesBack = replaces === undefined && draw.chance('comes back', FREQUENCIES.comesBack);
  const atOnce = draw.chance('at once', FREQUENCIES.atOnce);
  return {
    bureauWorkingDays: draw.chance('funded late', FREQUENCIES.fundedLate)
      ? draw.integer('late days', 6, 7)
      : draw.integer('days', 1, 2),
    wordedOtherwise: !comesBack && draw.chance('worded otherwise', FREQUENCIES.wordedOtherwise),
    ...(comesBack && { comesBack: { afterWorkingDays: atOnce ? 0 : draw.integer('days until it is back', 2, 4) } }),
  };
}

/** The bank account of another office; of a number that was copied wrongly the last digit is another one. */
export const accountOfOffice = (areaCode: string, isWrong: boolean): string =>
  `6217${areaCode}00000${isWrong ? '7' : '1'}`;
