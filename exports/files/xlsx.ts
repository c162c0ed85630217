/**
 * A workbook of one sheet, written while it is read: no row stays in memory. Text stands in the cells themselves and is never a formula;
 * numbers that name something are text, so that no spreadsheet cuts their digits.
 */
import { Zip, ZipDeflate } from 'fflate';
import { formatYuan } from '../../domain/money/money.ts';
import {
  BeyondSheet,
  isDay,
  isInstant,
  momentOf,
  NO,
  YES,
  type Cell,
  type Column,
  type ColumnKind,
  type Row,
  type TableFile,
} from './table-file.ts';
import { SHEET, sheetEnd, sheetStart, STATIC_PARTS, STYLES } from './xlsx-parts.ts';

/** Of a sheet, with its header (ECMA-376). */
const MOST_ROWS = 1_048_576;
/** Most of what is gained, at a third of the time. */
const LEVEL = 3;
/** Characters that a cell holds. */
const LONGEST = 32_767;

export function xlsxFile(columns: readonly Column[]): TableFile {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const [name, text] of Object.entries(STATIC_PARTS)) partOf(zip, name).push(Buffer.from(text), true);
  const sheet = partOf(zip, SHEET);
  const names = columns.map((_, index) => columnName(index));
  let rows = 0;
  const rowXml = (cells: readonly string[]): string => {
    rows += 1;
    if (rows > MOST_ROWS) throw new BeyondSheet('tooManyRows');
    return `<row r="${String(rows)}">${cells.join('')}</row>`;
  };
  const header = (): string =>
    rowXml(columns.map(({ title }, index) => textCell(`${names[index]!}1`, STYLES.header, title)));
  sheet.push(Buffer.from(sheetStart(columns) + header()));
  return {
    add(added) {
      let xml = '';
      for (const row of added) xml += rowXml(cellsOf(columns, names, row, rows + 1));
      sheet.push(Buffer.from(xml));
      return take(ready);
    },
    end() {
      sheet.push(Buffer.from(sheetEnd()), true);
      zip.end();
      return take(ready);
    },
  };
}

function partOf(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: LEVEL });
  zip.add(part);
  return part;
}

function take(ready: Uint8Array[]): Buffer {
  const bytes = Buffer.concat(ready);
  ready.length = 0;
  return bytes;
}

function cellsOf(columns: readonly Column[], names: readonly string[], row: Row, line: number): string[] {
  return columns.map(({ kind }, index) => cellXml(`${names[index]!}${String(line)}`, kind, row[index] ?? null));
}

function cellXml(at: string, kind: ColumnKind, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return textCell(at, STYLES.text, cell ? YES : NO);
  if (typeof cell === 'number')
    return kind === 'fen'
      ? number(at, STYLES.yuan, formatYuan(cell))
      : number(at, Number.isInteger(cell) ? STYLES.count : STYLES.general, String(cell));
  if (kind === 'day' && isDay(cell) && cell >= FIRST_DAY) return number(at, STYLES.day, String(serialOf(cell)));
  if (kind === 'instant' && isInstant(cell)) return momentCell(at, momentOf(cell));
  return textCell(at, STYLES.text, cell);
}

const number = (at: string, style: number, value: string): string =>
  `<c r="${at}" s="${String(style)}"><v>${value}</v></c>`;

/** Before it spreadsheets disagree about a 29th of February that never was. */
const FIRST_DAY = '1900-03-01';
const DAY_MS = 86_400_000;
const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS;

function momentCell(at: string, moment: string): string {
  const day = moment.slice(0, 10);
  if (day < FIRST_DAY) return textCell(at, STYLES.text, moment);
  const minutes = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
  return number(at, STYLES.moment, String(serialOf(day) + minutes / 1440));
}

function textCell(at: string, style: number, text: string): string {
  if (text.length > LONGEST) throw new BeyondSheet('cellTooLong');
  return `<c r="${at}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is written as spreadsheets write it; half a character is none. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\r/g, hexOf)
    .replace(/\p{Surrogate}/gu, '\uFFFD');

const hexOf = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A, B, … Z, AA, AB, … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
