/** How far a transfer has come, in the words that ledgers use (办理进度). */
import { ENDED_WORDS } from '../../domain/ledgers/progress-words.ts';

export const endedWord = (closing: string): string => ENDED_WORDS.find(([, how]) => how === closing)?.[0] ?? closing;

interface Arrived {
  readonly letter: boolean;
  readonly form: boolean;
  readonly money: boolean;
}

export function openWord({ letter, form, money }: Arrived): string {
  if (form && money) return '信息资金核对中';
  if (form) return '信息表已收到';
  if (money) return '资金已到账';
  return letter ? '联系函已发出' : '受理中';
}
