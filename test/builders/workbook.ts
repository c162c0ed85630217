/** Workbooks made by hand, as far as a test needs them: so each cell is written exactly as the test says. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Row } from './files.ts';

/** Text, a number, a number shown as a day, or the XML of a cell as it is. */
export type Cell = string | number | { readonly day: number } | { readonly xml: string };

export interface WrittenSheet {
  readonly rows: readonly (readonly Cell[])[];
  readonly merged?: readonly string[];
  readonly isHidden?: boolean;
}

export interface WrittenBook {
  readonly is1904?: boolean;
  /** Texts in the cells themselves, or in the list that a spreadsheet makes. */
  readonly texts?: 'shared' | 'inline';
  /** Members besides those of the workbook. */
  readonly more?: Zippable;
  /** How hard it is packed; 0: not at all. */
  readonly level?: 0 | 6;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DAY_STYLE = 1;

export function workbookFile(sheets: readonly WrittenSheet[], book: WrittenBook = {}): Uint8Array {
  const texts: string[] = [];
  const written = sheets.map((sheet) => sheetXml(sheet, book, texts));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': bookXml(sheets, book),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${String(index + 1)}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
  };
  for (const [index, xml] of written.entries()) parts[`xl/worksheets/sheet${String(index + 1)}.xml`] = xml;
  const members = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({ ...Object.fromEntries(members), ...book.more }, { level: book.level ?? 6 });
}

/** Header and rows, every cell as text. */
export const sheetOf = (
  rows: readonly Row[],
  change: (column: string, value: string) => Cell = (_, value) => value,
) => ({
  rows: [
    Object.keys(rows[0] ?? {}),
    ...rows.map((row) => Object.entries(row).map(([column, value]) => change(column, value))),
  ],
});

/** The number by which a spreadsheet counts days. */
export const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

function bookXml(sheets: readonly WrittenSheet[], { is1904 = false }: WrittenBook): string {
  const listed = sheets.map(
    ({ isHidden = false }, index) =>
      `<sheet name="表${String(index + 1)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"${isHidden ? ' state="hidden"' : ''}/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr date1904="${is1904 ? '1' : '0'}"/><sheets>${listed.join('')}</sheets></workbook>`;
}

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${String(index + 1)}" Type="${REL}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function sheetXml(
  { rows, merged = [] }: WrittenSheet,
  { texts: how = 'shared' }: WrittenBook,
  texts: string[],
): string {
  const cellXml = (cell: Cell, reference: string): string => {
    if (typeof cell === 'number') return `<c r="${reference}"><v>${String(cell)}</v></c>`;
    if (typeof cell === 'object')
      return 'xml' in cell
        ? cell.xml.replace('<c', `<c r="${reference}"`)
        : `<c r="${reference}" s="${String(DAY_STYLE)}"><v>${String(cell.day)}</v></c>`;
    if (cell === '') return '';
    const text = `<t xml:space="preserve">${escaped(cell)}</t>`;
    if (how === 'inline') return `<c r="${reference}" t="inlineStr"><is>${text}</is></c>`;
    return `<c r="${reference}" t="s"><v>${String(texts.push(text) - 1)}</v></c>`;
  };
  const rowsXml = rows.map((cells, index) => {
    const line = String(index + 1);
    return `<row r="${line}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${line}`)).join('')}</row>`;
  });
  const merges = merged.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rowsXml.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

/** The first bytes of an old Office file, and the name of one of its streams. */
export const oldOffice = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
  ]);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
