import { parseYuan } from '../../../domain/money/money.ts';

/** Fen of what was typed; undefined while it is no amount. */
export const fenOf = (text: string | undefined): number | undefined =>
  parseYuan((text ?? '').trim().replaceAll('，', ','));
