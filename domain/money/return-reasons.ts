import type { ReasonCode } from '../facts/reason-codes.ts';

/** For these money goes back to its payer; the other reasons of its step are of money that stays. */
export const RETURN_REASONS: readonly ReasonCode[] = ['F04', 'F05', 'F06', 'F07'];

export const isReturnReason = (code: string): boolean => RETURN_REASONS.some((one) => one === code);
