/** Which layout a bank's table has, and under which words of its header each thing stands. */
import { headerWord, LAYOUT_FIELDS, type BankLayout, type LayoutField } from '../../domain/money/bank-layout.ts';
import { compareText } from '../../domain/text-order.ts';
import type { FileDefect } from '../tables/row-files.ts';

/** A row at the top of the file, as the layout sees it. */
export interface PossibleHeader {
  readonly layout: BankLayout;
  readonly line: number;
  readonly header: readonly string[];
}

export interface FoundLayout extends PossibleHeader {
  /** The header's own words for each field. */
  readonly columns: Readonly<Partial<Record<LayoutField, readonly string[]>>>;
}

/** The layout of which most is there; of two alike the first by name. */
export function findLayout(
  layouts: readonly BankLayout[],
  possible: readonly PossibleHeader[],
): FoundLayout | FileDefect[] {
  const tried = possible
    .filter(({ header }) => header.filter((cell) => cell !== '').length > 1)
    .map(attempt)
    .sort((a, b) => compareText(a.layout.name, b.layout.name));
  const fitting = tried.filter(({ missing }) => missing.length === 0);
  const best = fitting.sort((a, b) => b.score - a.score)[0];
  if (best) return found(best);
  const nearest = tried.sort((a, b) => a.missing.length - b.missing.length || b.score - a.score)[0];
  if (nearest) return notFound(nearest);
  const reason =
    layouts.length === 0
      ? 'The office has no layout for a bank’s CSV.'
      : 'No line at the top of the file has several cells, as the header of a bank’s CSV has.';
  return [{ code: 'layoutUnknown', reason }];
}

interface Attempt extends PossibleHeader {
  readonly score: number;
  readonly missing: readonly string[];
}

function attempt(possible: PossibleHeader): Attempt {
  const { layout, header } = possible;
  const words = header.map(headerWord);
  const there = (field: LayoutField): boolean =>
    (layout.columns[field] ?? []).some((word) => words.includes(headerWord(word)));
  const needed = requiredFields(layout);
  return {
    ...possible,
    score: LAYOUT_FIELDS.filter(there).length,
    missing: needed.filter((field) => !there(field)).map((field) => layout.columns[field]?.[0] ?? field),
  };
}

/** A payer may be left out; without these no entry is one. A reference is needed where the bank has a column for it. */
function requiredFields({ columns }: BankLayout): LayoutField[] {
  const needed: LayoutField[] = ['bookedOn', 'reference', 'sign', 'amount', 'credit', 'debit', 'memo'];
  return needed.filter((field) => (columns[field] ?? []).length > 0);
}

function found({ layout, line, header }: Attempt): FoundLayout {
  const columns = LAYOUT_FIELDS.map((field) => {
    const words = (layout.columns[field] ?? []).map(headerWord);
    const names = words.flatMap((word) => header.filter((name) => headerWord(name) === word));
    return [field, field === 'memo' ? [...new Set(names)] : names.slice(0, 1)] as const;
  });
  return { layout, line, header, columns: Object.fromEntries(columns.filter(([, names]) => names.length > 0)) };
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
