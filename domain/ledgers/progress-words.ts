/** How far a row of an old ledger has come, in the words that ledgers use (办理进度). Others are a remark of somebody. */

export const ENDED_WORDS = [
  ['已办结', 'completed'],
  ['不予受理', 'refused'],
  ['申请人撤回', 'withdrawn'],
  ['已终止', 'closedWithoutTransfer'],
] as const;

export const OPEN_WORDS: readonly string[] = [
  '等待信息表和资金',
  '已提交',
  '受理中',
  '联系函已发出',
  '原参保地已接收',
  '原参保地退回',
  '信息表已收到',
  '资金已到账',
  '信息资金核对中',
  '审核中',
  '办理中',
];

const KNOWN: readonly string[] = [ENDED_WORDS.map(([word]) => word), OPEN_WORDS].flat();

/** For a history, which keeps no words of people in clear: those stay with the row, sealed. */
export const progressInClear = (progress: string): { readonly progress?: string } =>
  KNOWN.includes(progress) ? { progress } : {};
