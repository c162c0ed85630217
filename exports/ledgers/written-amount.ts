import { parseYuan } from '../../domain/money/money.ts';

/** Fen, of what is plainly an amount in yuan; undefined for any other writing. */
export const amountOf = (written: string): number | undefined =>
  /^\d{1,12}(?:\.\d{1,2})?$/.test(written) ? parseYuan(written) : undefined;
