/** Codes in the official words of a file that leaves: the same as on the screen in Chinese (`test/exports/words.test.ts`). */
import { PROCEDURES } from '../domain/procedures/index.ts';
import { CLOSINGS, SCHEMES, wordOf, type Words } from '../domain/official-words/ledger.ts';
import { PROVINCES } from './provinces.ts';

export const DIRECTIONS = { in: '转入', out: '转出' } as const;
export const IMPORT_STATES: Words = { waiting: '等待处理', running: '处理中', done: '已完成', failed: '失败' };
export const VERDICTS: Words = {
  match: '匹配',
  part: '部分到账',
  split: '一款多笔',
  amountDiffers: '金额不符',
  propose: '建议匹配',
  paidTwice: '重复到账',
  suspense: '待认领',
};
export const IMPORT_KINDS: Words = {
  counterparts: '机构名录',
  ledgerIn: '转入台账',
  ledgerOut: '转出台账',
  openTransfers: '待到账清单',
  bankStatement: '银行对账单',
  courierScans: '邮件轨迹',
  contributions: '缴费明细',
  coreReceipts: '并账回执',
  platformInTransit: '全国平台在途清单',
};
export const REFUSAL_KINDS: Words = { notTakenUp: '不予受理', notApproved: '审核不通过' };
export const HELD_KINDS: Words = { step: '环节', task: '待办', stewardship: '管家' };
export const HELD_WHY: Words = {
  gone: '账号已停用',
  away: '不在岗',
  notOfTheRole: '无此角色',
  barred: '不相容岗位',
  nobodyElse: '无人可办',
};
export const DEBIT_STATES: Words = { open: '待处理', decided: '已处理' };
export const DEBIT_FOUND: Words = {
  reversed: '冲回到账款项',
  booked: '对应款项已并账，不变',
  returned: '本单位退回的款项',
  severalCandidates: '对应多笔到账之一',
  nothing: '没有对应的到账',
  remitted: '本单位付款，与放行一致',
  remittanceDiffers: '划款编号相符，但与放行内容不一致',
};

export const STEPS: Words = Object.assign({}, ...PROCEDURES.all.map(({ words }) => words['zh-CN'].steps)) as Words;
export const OUTCOMES: Words = Object.assign(
  {},
  ...PROCEDURES.all.map(({ words }) => words['zh-CN'].outcomes),
) as Words;
export const PROCEDURE_TYPES: Words = Object.fromEntries(
  PROCEDURES.all.map(({ type, words }) => [type, words['zh-CN'].type]),
);

export const schemeWord = (scheme: string): string => wordOf(SCHEMES, scheme);
export const closingWord = (closing: string): string => wordOf(CLOSINGS, closing);
export const provinceWord = (province: string): string => wordOf(PROVINCES, province);
