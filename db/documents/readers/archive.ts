/** What is put away, as it stands there: a kept sheet, and what lies in a box. */
import type { BoxContentsData } from '../../../documents/kinds/box-contents.ts';
import type { MonthlySheetData, SheetColumn } from '../../../documents/kinds/monthly-sheet.ts';
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { readBox } from '../../archive/boxes.ts';
import { readSheet } from '../../archive/sheets.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import { SHEET_FIGURES, type SheetFigure } from '../../metrics/month-sheet-rows.ts';
import type { MonthSheet } from '../../metrics/month-sheet.ts';
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
      promisedWorkingDays: sheet.in.promisedWorkingDays,
      in: columnOf(sheet.in),
      out: columnOf(sheet.out),
      steps: stepsOf(reading.tx, sheet.in, sheet.out),
      notKnown: sheet.in.notKnown,
    },
  };
};

const columnOf = (sheet: MonthSheet): SheetColumn => ({
  figures: Object.fromEntries((Object.keys(SHEET_FIGURES) as SheetFigure[]).map((name) => [name, sheet[name]])),
  platformShare: sheet.platformShare,
  meanWorkingDays: sheet.meanWorkingDays,
});

function stepsOf(db: Db, into: MonthSheet, out: MonthSheet): MonthlySheetData['steps'] {
  const names = [...new Set([...into.steps, ...out.steps].map(({ step }) => step))];
  const openIn = ({ steps }: MonthSheet, name: string | null): number =>
    steps.find(({ step }) => step === name)?.open ?? 0;
  return names.map((name) => ({
    name: name === null ? '不在任何环节' : stepWord(db, name),
    in: openIn(into, name),
    out: openIn(out, name),
  }));
}

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
