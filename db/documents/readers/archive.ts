/** What is put away, as it stands there: a kept sheet, and what lies in a box. */
import type { BoxContentsData } from '../../../documents/kinds/box-contents.ts';
import type { MonthlySheetData } from '../../../documents/kinds/monthly-sheet.ts';
import { Refusal } from '../../../domain/errors.ts';
import { sheetNumbers } from '../../../domain/official-words/monthly-sheet.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { readBox } from '../../archive/boxes.ts';
import { readSheet } from '../../archive/sheets.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { DocumentReader, Reading } from '../reading.ts';

/** `YB202606-2`: a sheet that came back is another paper, and the one that was sent stays what it was. */
export const readMonthlySheet: DocumentReader<MonthlySheetData> = async (reading) => {
  const sheet = await readSheet(reading.tx, reading.keyring, reading.officeId, subjectOf(reading));
  const { month, version, asOf, reason, by } = sheet;
  return {
    number: `YB${month.replace('-', '')}-${String(version)}`,
    data: {
      month,
      version,
      asOf,
      reason: reason ?? '',
      madeBy: by.displayName,
      ...sheetNumbers(sheet.in, sheet.out, (step) => stepWord(reading.tx, step)),
      notKnown: sheet.in.notKnown,
    },
  };
};

function stepWord(db: Db, name: string): string {
  const words = proceduresOf(db).all.map(({ words: { 'zh-CN': chinese } }) => chinese.steps[name]);
  return words.find((word) => word !== undefined) ?? name;
}

/** Under the number of the box: printed again after something was taken out it is another version. */
export const readBoxContents: DocumentReader<BoxContentsData> = async (reading) => {
  const { boxNo, month, direction, kind, keptYears, keepUntil, by, items } = await readBox(
    reading.tx,
    reading.keyring,
    reading.officeId,
    subjectOf(reading),
  );
  return {
    number: boxNo,
    transferIds: items.map(({ transferId }) => transferId),
    data: {
      boxNo,
      month,
      direction,
      kind,
      keptYears,
      keepUntil,
      madeBy: by.displayName,
      items: items.map(({ position, caseNo, personName, counterpart, closedOn, papers, outAt, outReason }) => ({
        position,
        caseNo,
        personName,
        counterpart,
        closedOn,
        papers,
        outOn: outAt === null ? '' : dateOf(new Date(outAt)),
        outReason: outReason ?? '',
      })),
    },
  };
};

function subjectOf({ subjectId }: Reading): string {
  if (subjectId === null) throw new Refusal('not-found', 'Say which one is to be printed.');
  return subjectId;
}
