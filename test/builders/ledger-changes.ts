/** What makes a sound row of the transfer-in ledger an open, returned or ended one. */
import type { Row } from './files.ts';

export const NOT_CLOSED: Row = { 信息表收到日期: '', 基金到账日期: '', 应到金额: '', 实到金额: '', 办理完结日期: '' };
export const open = (changes: Row): Row => ({ ...NOT_CLOSED, ...changes });
export const ended = (progress: string, on: string, changes: Row = {}): Row => ({
  ...NOT_CLOSED,
  第1次联系函日期: '',
  第1次EMS单号: '',
  办理进度: progress,
  办理完结日期: on,
  ...changes,
});
export const returned = (number: 1 | 2, reason: string, on: string, next: [sentOn: string, waybill: string]): Row => ({
  [`第${String(number)}次退回原因`]: reason,
  [`第${String(number)}次退回日期`]: on,
  [`第${String(number + 1)}次联系函日期`]: next[0],
  [`第${String(number + 1)}次EMS单号`]: next[1],
});

export const caseNo = (number: number) => `IN202605${String(number).padStart(5, '0')}`;
