/** Money that leaves again: what marks a reversal, and how surely a debit takes back a credit. */
import { foldText } from '../folded-text.ts';
import type { MemoKeys } from './bank-memo.ts';

/** Words of banks; “return” (退款, 退回) is what we do ourselves. */
const WORDS = /冲正|冲账|冲帐|冲销|红冲|红字|抹账|抹帐|撤销|反交易|错账|错帐|退汇|退票|REVERSAL|REVERSED/;

/** `冲正张三`: the name is what is left. */
export const withoutReversal = (memo: string): string => memo.replace(new RegExp(WORDS, 'g'), ' ');

export const saysReversal = (memo: string): boolean => WORDS.test(foldText(memo));

export interface MoneyMark {
  readonly serial: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly keys: MemoKeys;
}

/** 3: the bank's own reference · 2: a case or an ID number · 1: the other side · 0: nothing; an amount alone says nothing. */
export function likenessOf(
  out: MoneyMark,
  credit: MoneyMark & { readonly caseNumbers: readonly string[] },
): 0 | 1 | 2 | 3 {
  if (out.serial !== '' && out.serial === credit.serial) return 3;
  const shared = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
  const cases = [...credit.keys.caseNumbers, ...credit.caseNumbers];
  if (shared(out.keys.caseNumbers, cases) || shared(out.keys.idNumbers, credit.keys.idNumbers)) return 2;
  const same = (a: string, b: string): boolean => foldText(a) !== '' && foldText(a) === foldText(b);
  return same(out.payerName, credit.payerName) || same(out.payerAccount, credit.payerAccount) ? 1 : 0;
}
