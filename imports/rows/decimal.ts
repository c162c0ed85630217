/** Amounts as banks write them: more decimals than a fen has, a sign, a currency beside them. */
import { foldNumber } from '../../domain/folded-text.ts';
import { parseYuan } from '../../domain/money/money.ts';

export interface SignedAmount {
  /** Without its sign, in the form that is read as yuan. */
  readonly yuan: string;
  readonly negative: boolean;
}

/** `-1234.5`, `+0.50000`, `(5.00)`, `￥1,234.50`, `1,234.50-`; what is no amount stays as it is, to be refused as that. */
export function signedAmount(written: string): SignedAmount {
  const text = foldNumber(written).replace(/[\s¥元]|^(?:CNY|RMB)|(?:CNY|RMB)$/gi, '');
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const trailing = /^([\d.,]+)-$/.exec(text)?.[1];
  const bare = bracketed ?? trailing ?? text.replace(/^[+\-\u2212]/, '');
  const negative = bracketed !== undefined || trailing !== undefined || /^[-\u2212]/.test(text);
  return {
    yuan: bare
      .replace(/^\./, '0.')
      .replace(/\.$/, '')
      .replace(/(\.\d\d)0+$/, '$1'),
    negative,
  };
}

/** A hundred thousand million yuan are more than all transfers of the country move in a year; sums of such amounts stay exact. */
const MOST_FEN = 10_000_000_000_000;

/** Of one entry or form, without its sign. Undefined for what is no such amount. */
export function amountFen(yuan: string): number | undefined {
  const fen = parseYuan(yuan);
  return fen !== undefined && fen <= MOST_FEN ? fen : undefined;
}

/** Fen; below zero where the sign says so. Undefined for what is no amount, or less than a fen. */
export function readDecimal(written: string): number | undefined {
  const { yuan, negative } = signedAmount(written);
  const fen = parseYuan(yuan);
  return fen === undefined || !negative ? fen : -fen;
}
