/** One line of a table of receipts. */
import { isReceiptNumber, type CoreReceiptMessage } from '../../domain/core/core-system.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';

const COLUMNS = { required: ['回执编号', '业务编号', '并账金额', '并账日期'] };

export const coreReceiptRows = (
  aliases: Readonly<Record<string, readonly string[]>> | undefined,
): RowKind<CoreReceiptMessage, undefined> => ({
  columns: { ...COLUMNS, ...(aliases && { aliases }) },
  key: '回执编号',
  read: (cells) => cells.finish(readRow(cells)),
});

function readRow(cells: RowCells): CoreReceiptMessage {
  return {
    serial: numberIn(cells, '回执编号'),
    answers: numberIn(cells, '业务编号'),
    amountFen: cells.requiredAmount('并账金额'),
    bookedOn: cells.requiredDate('并账日期'),
  };
}

function numberIn(cells: RowCells, field: string): string {
  const number = cells.requiredIdentifier(field);
  if (number !== '' && !isReceiptNumber(number))
    cells.refuse(field, 'receiptNumber', 'A number has letters, digits and -._/ only.');
  return number;
}
