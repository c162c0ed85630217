/** How a row of the transfer-in ledger ended, if it did. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import type { RowCells } from '../rows/row-cells.ts';

export interface LedgerEnding {
  readonly how: 'completed' | 'refused' | 'withdrawn' | 'closedWithoutTransfer';
  readonly on: string;
  readonly reason: ReasonCode | undefined;
}

interface Context {
  readonly acceptedOn: string;
  readonly problem: ReasonCode | undefined;
  /** Info form and money are both in. */
  readonly bothIn: boolean;
}

const ENDED: ReadonlyMap<string, LedgerEnding['how']> = new Map([
  ['已办结', 'completed'],
  ['不予受理', 'refused'],
  ['申请人撤回', 'withdrawn'],
  ['已终止', 'closedWithoutTransfer'],
]);

const OPEN = [
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

export function readEnding(cells: RowCells, { acceptedOn, problem, bothIn }: Context): LedgerEnding | undefined {
  const on = cells.date('办理完结日期');
  const refusal = cells.reasonCode('不予受理原因');
  if (on !== undefined && acceptedOn !== '' && on < acceptedOn)
    cells.refuse('办理完结日期', 'closedBeforeAccepted', 'Closed before it was accepted.');
  const progress = cells.text('办理进度');
  const how = ENDED.get(progress);
  if (how === undefined && !OPEN.includes(progress))
    cells.warn('办理进度', 'progress', 'Unknown words; the other columns decide.');
  if (on === undefined) {
    if (how !== undefined && cells.text('办理完结日期') === '')
      cells.warn('办理完结日期', 'endDateMissing', 'Ended without a date; goes in as open.');
    return undefined;
  }
  if (OPEN.includes(progress)) {
    cells.warn('办理完结日期', 'endDateOdd', 'An end date although it is still open; goes in as open.');
    return undefined;
  }
  const reason = refusal ?? problem;
  if (how === 'completed' && !bothIn)
    cells.warn('办理进度', 'closedWithoutBoth', 'Completed although info form or money has no date.');
  return { how: how ?? guessEnding(reason, bothIn), on, reason };
}

function guessEnding(reason: ReasonCode | undefined, bothIn: boolean): LedgerEnding['how'] {
  if (reason?.startsWith('A')) return 'refused';
  if (reason?.startsWith('W')) return 'withdrawn';
  return bothIn ? 'completed' : 'closedWithoutTransfer';
}
