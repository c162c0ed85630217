/** What the ledger names in code is said here as on papers and in files. */
import { EVENTS } from '../../../../domain/official-words/events.ts';
import { CLOSINGS, LETTER_STATES, PART_STATES, PARTIES, ROLES } from '../../../../domain/official-words/ledger.ts';
import type { Messages } from '../messages.ts';

export const endings: Messages['endings'] = {
  withdrawn: '申请人撤回',
  closedWithoutTransfer: '终止',
};

export const closings: Messages['closings'] = CLOSINGS;

export const attemptEndings: Messages['attemptEndings'] = {
  closed: '办结',
  returned: '退回',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
};

export const events: Messages['events'] = EVENTS;

export const roles: Messages['roles'] = ROLES;

export const roleTasks: Messages['roleTasks'] = {
  clerk: '在窗口受理，作为管家全程负责，与对方核对差额',
  letterClerk: '寄发联系函，跟踪直至送达',
  entryClerk: '表款相符后录入信息',
  reviewer: '审核资格，并作为第二人复核每笔录入',
  accountClerk: '录入、复核后并账',
  finance: '确认到账，退回无主款项',
  manager: '查看指标，处理逾期，可办理各岗位业务',
  administrator: '管理账号与设置，不接触个人信息',
};

export const parties: Messages['parties'] = PARTIES;

export const letterStates: Messages['letterStates'] = LETTER_STATES;

export const scanMeanings: Messages['scanMeanings'] = {
  posted: '收寄',
  underWay: '运输',
  outForDelivery: '派送',
  delivered: '妥投',
  returned: '未妥投',
  backAtSender: '退回寄件人',
  unknown: '未知代码',
};

export const partStates: Messages['partStates'] = PART_STATES;

export const verdicts: Messages['verdicts'] = {
  match: '匹配',
  part: '部分到账',
  split: '一款多笔',
  amountDiffers: '金额不符',
  propose: '建议匹配',
  paidTwice: '重复到账',
  suspense: '待认领',
};
