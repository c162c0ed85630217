/** A table in XML or HTML under the name of a workbook (.xls): spreadsheets open it, and nobody writes it alike. */
import type { FileDefect } from './row-files.ts';

const SPREADSHEET = /<(?:\?mso-application|table|\w+:Workbook|Workbook)[\s>]/i;

/** Told by the beginning of the text; undefined for any other. */
export function markupDefect(text: string): FileDefect | undefined {
  if (!/^\s*</.test(text) || !SPREADSHEET.test(text.slice(0, 20_000))) return undefined;
  const reason =
    'This is a table in XML or HTML, and no workbook, whatever it is called; open it and save it as .xlsx.';
  return { code: 'spreadsheet', reason };
}
