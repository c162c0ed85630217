/** Sheets for papers that arrived: heading and foot are ours, the room between is theirs. */
import type { BoundScan } from '../kind.ts';
import type { Content } from './content.ts';

/** By which the page is found on which the paper of this number begins, from 1. */
export const scanId = (number: number): string => `scan-${String(number)}`;

const LACKS: Readonly<Record<NonNullable<BoundScan['lacks']>, string>> = {
  unreadable: '该扫描件已损坏或设有密码，无法附入本卷。请以另行存放的原件为准。',
  tooLarge: '该扫描件过大，未附入本卷。请以另行存放的原件为准。',
};

export const scanSheets = (scans: readonly BoundScan[]): Content[] =>
  scans.flatMap((scan, at) => Array.from({ length: scan.sheets }, (_, sheet) => sheetOf(scan, at + 1, sheet + 1)));

/** Only a text is found by its id, and one that lacks a glyph is given another: so not the heading, which may be anything. */
function sheetOf({ title, sheets, lacks, sum }: BoundScan, number: number, sheet: number): Content {
  const ofSeveral = sheets > 1 ? `（第${String(sheet)}张，共${String(sheets)}张）` : '';
  return {
    stack: [
      { text: `材料${String(number)}　${title}${ofSeveral}`, style: 'heading' },
      { text: `校验值 ${sum}`, style: 'soft', ...(sheet === 1 && { id: scanId(number) }) },
      ...(lacks === null ? [] : [{ text: LACKS[lacks], style: 'paragraph', margin: [0, 24, 0, 0] as const }]),
    ],
    pageBreak: 'before',
  };
}
