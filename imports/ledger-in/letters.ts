/** The three groups of letter columns of a transfer-in ledger. */
import { letterColumns } from '../../domain/ledgers/columns.ts';
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import type { KnownOffice } from '../rows/known-offices.ts';
import type { RowCells } from '../rows/row-cells.ts';

export interface LedgerLetter {
  readonly number: 1 | 2 | 3;
  readonly sentOn: string;
  /** Absent for letters over the national platform. */
  readonly waybill: string | undefined;
  readonly returnReason: ReasonCode | undefined;
  readonly returnedOn: string | undefined;
}

const NUMBERS = [1, 2, 3] as const;
export function readLetters(
  cells: RowCells,
  acceptedOn: string,
  channel: KnownOffice['channel'] | undefined,
): LedgerLetter[] {
  const letters: LedgerLetter[] = [];
  for (const number of NUMBERS) {
    const column = letterColumns(number);
    const sentOn = cells.date(column.sentOn);
    const waybill = cells.waybill(column.waybill);
    const returnReason = cells.reasonCode(column.reason);
    const returnedOn = cells.date(column.returnedOn);
    if (sentOn === undefined) {
      if (cells.text(column.sentOn) === '' && (waybill ?? returnReason ?? returnedOn) !== undefined)
        cells.warn(
          column.sentOn,
          'letterDateMissing',
          'Something is said about a letter that has no date; kept as written.',
        );
      continue;
    }
    if (number > 1 && letters.at(-1)?.number !== number - 1)
      cells.warn(column.sentOn, 'letterOrder', 'The letter before it is missing.');
    checkLetterDates(cells, column, { sentOn, returnedOn, after: letters.at(-1)?.returnedOn ?? acceptedOn });
    if ((returnReason === undefined) !== (returnedOn === undefined))
      cells.warn(column.reason, 'returnIncomplete', 'A return has both a reason and a date.');
    if (channel === 'ems' && cells.text(column.waybill) === '')
      cells.warn(column.waybill, 'waybillMissing', 'This office gets its letters by post; there is no waybill.');
    letters.push({ number, sentOn, waybill, returnReason, returnedOn });
  }
  return letters;
}

function checkLetterDates(
  cells: RowCells,
  column: ReturnType<typeof letterColumns>,
  { sentOn, returnedOn, after }: { sentOn: string; returnedOn: string | undefined; after: string },
): void {
  if (sentOn < after)
    cells.warn(column.sentOn, 'dateOrder', 'Sent before the request, or before the letter before it came back.');
  if (returnedOn !== undefined && returnedOn < sentOn)
    cells.warn(column.returnedOn, 'dateOrder', 'Came back before it was sent.');
}
