/** When the person was told that it was done: the last column of our own export, which an older ledger may have too. */
import type { RowCells } from '../rows/row-cells.ts';
import type { LedgerEnding } from './ending.ts';

export const NOTICE_COLUMN = '通知发送日期';

export function readNotice(cells: RowCells, ending: LedgerEnding | undefined): string | undefined {
  const sentOn = cells.addedDate(NOTICE_COLUMN);
  if (sentOn === undefined) return undefined;
  if (ending?.how !== 'completed') {
    cells.warn(NOTICE_COLUMN, 'noticeWithoutEnd', 'Nothing was completed that it could tell of; kept, not counted.');
    return undefined;
  }
  if (sentOn < ending.on) cells.warn(NOTICE_COLUMN, 'dateOrder', 'Sent before it was completed.');
  return sentOn;
}
