/** What nobody tells with a row alone: an ending, whatever moves a figure that was given already, and a sum by which money will leave. */
import type { Cells } from '../tables/row-files.ts';
import { readCount, type LedgerOutRow } from './read.ts';

/** The column that wants a second person; undefined when the row only says how far it has come. */
export function heldColumn(earlier: Cells, row: LedgerOutRow, open: boolean): string | undefined {
  const { closedOn, infoFormIssuedOn, remittedOn, amountFen, reissues } = row;
  const isNew = (column: string): boolean => (earlier[column] ?? '').trim() === '';
  const answered = infoFormIssuedOn !== undefined && remittedOn !== undefined;
  if (open && closedOn !== undefined) return '办理完结日期';
  if (remittedOn !== undefined && isNew('基金划转日期')) return '基金划转日期';
  if (answered && isNew('信息表发出日期')) return '信息表发出日期';
  // The form counts as signed with it: only its remittance is left to do.
  const isToBePaid = open && infoFormIssuedOn !== undefined && remittedOn === undefined && amountFen !== undefined;
  if (isToBePaid && (isNew('信息表发出日期') || isNew('划转金额'))) return '划转金额';
  if (remittedOn !== undefined && amountFen !== undefined && isNew('划转金额')) return '划转金额';
  return answered && reissues > readCount(earlier['更正次数'] ?? '') ? '更正次数' : undefined;
}
