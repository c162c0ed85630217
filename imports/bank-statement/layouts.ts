/** Which layout a bank's CSV has, and under which words of its header each thing stands. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
  headerWord,
  LAYOUT_DELIMITERS,
  LAYOUT_FIELDS,
  type BankLayout,
  type LayoutDelimiter,
  type LayoutField,
} from '../../domain/money/bank-layout.ts';
import type { ReadText } from '../rows/read-text.ts';
import type { FileDefect } from '../rows/row-files.ts';

/** A title, the account, the period and notes stand above the header; nobody writes a page there. */
const FIRST_LINES = 40;

export interface FoundLayout {
  readonly layout: BankLayout;
  /** With commas, and with nothing above the header: the lines keep their numbers. */
  readonly text: string;
  readonly truncated: boolean;
  /** The header's own words for each field. */
  readonly columns: Readonly<Partial<Record<LayoutField, readonly string[]>>>;
}

/** The layout of which most is there; of two alike the first by name. */
export function findLayout(
  bytes: Uint8Array,
  read: ReadText,
  layouts: readonly BankLayout[],
): FoundLayout | FileDefect[] {
  const sorted = [...layouts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const tried = sorted.flatMap((layout) => attemptsAt(bytes, read, layout));
  const fitting = tried.filter(({ missing }) => missing.length === 0);
  const best = fitting.sort((a, b) => b.score - a.score)[0];
  if (best) return found(best);
  const nearest = tried.sort((a, b) => a.missing.length - b.missing.length || b.score - a.score)[0];
  return nearest
    ? notFound(nearest)
    : [{ code: 'layoutUnknown', reason: 'The office has no layout for a bank’s CSV.' }];
}

interface Attempt {
  readonly layout: BankLayout;
  readonly text: string;
  readonly truncated: boolean;
  readonly line: number;
  readonly header: readonly string[];
  readonly score: number;
  readonly missing: readonly string[];
}

function attemptsAt(bytes: Uint8Array, read: ReadText, layout: BankLayout): Attempt[] {
  const text = textFor(bytes, read, layout);
  const lines = text.split(/\r\n|\n|\r/).slice(0, FIRST_LINES);
  return lines
    .map((line, index) => ({ index, header: cellsOf(line, layout.delimiter) }))
    .filter(({ header }) => header.length > 1)
    .map(({ index, header }) => {
      const words = header.map(headerWord);
      const there = (field: LayoutField): boolean =>
        (layout.columns[field] ?? []).some((word) => words.includes(headerWord(word)));
      const needed = requiredFields(layout);
      return {
        layout,
        text,
        truncated: read.truncated,
        line: index,
        header,
        score: LAYOUT_FIELDS.filter(there).length,
        missing: needed.filter((field) => !there(field)).map((field) => layout.columns[field]?.[0] ?? field),
      };
    });
}

/** A payer may be left out; without these no entry is one. A reference is needed where the bank has a column for it. */
export function requiredFields({ columns }: BankLayout): LayoutField[] {
  const needed: LayoutField[] = ['bookedOn', 'reference', 'sign', 'amount', 'credit', 'debit', 'memo'];
  return needed.filter((field) => (columns[field] ?? []).length > 0);
}

function textFor(bytes: Uint8Array, read: ReadText, { encoding }: BankLayout): string {
  if (encoding === 'auto' || encoding === read.encoding) return read.text;
  return new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
}

function cellsOf(line: string, delimiter: LayoutDelimiter): string[] {
  try {
    const rows: string[][] = parse(line, {
      delimiter: LAYOUT_DELIMITERS[delimiter],
      relax_quotes: true,
      relax_column_count: true,
    });
    return (rows[0] ?? []).map((cell) => cell.trim());
  } catch {
    return [];
  }
}

function found({ layout, text, truncated, line, header }: Attempt): FoundLayout {
  const lines = text.split(/\r\n|\n|\r/);
  const below = lines.slice(line);
  const rows = layout.delimiter === 'comma' ? below : below.map((one) => withCommas(one, layout.delimiter));
  const columns = LAYOUT_FIELDS.map((field) => {
    const words = (layout.columns[field] ?? []).map(headerWord);
    const names = words.flatMap((word) => header.filter((name) => headerWord(name) === word));
    return [field, field === 'memo' ? [...new Set(names)] : names.slice(0, 1)] as const;
  });
  return {
    layout,
    text: [...lines.slice(0, line).map(() => ''), ...rows].join('\n'),
    truncated,
    columns: Object.fromEntries(columns.filter(([, names]) => names.length > 0)),
  };
}

function withCommas(line: string, delimiter: LayoutDelimiter): string {
  if (line.trim() === '') return '';
  return stringify([cellsOf(line, delimiter)], { eof: false });
}

function notFound({ layout, missing }: Attempt): FileDefect[] {
  const reason = `No layout of a bank fits the header. The nearest is “${layout.name}”; a new bank is a new layout (PUT /bank-layouts).`;
  const columns = missing.map((field) => ({
    code: 'columnMissing' as const,
    field,
    reason: 'The header lacks this column.',
  }));
  return [{ code: 'layoutUnknown', reason }, ...columns];
}
