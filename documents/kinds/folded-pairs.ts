/** Name and value side by side, two in a row; what is long gets the row for itself. Stays whole on one page, unless it may be longer than that. */
import type { Content, TableCell, TableLayout } from '../frame/content.ts';
import { GRID } from '../frame/layouts.ts';
import { breaking, fitsOnPage, type Pair } from '../frame/parts.ts';

/** Full characters that half a row of a letter holds on one line. */
const SHORT = 13;

/** Characters of the longest name that anything has. */
const LONGEST_NAME = 7;

interface Folding {
  /** Full characters that a value may have and still share its row. */
  readonly short?: number;
  readonly fontSize?: number;
  readonly layout?: TableLayout;
  readonly lineHeight?: number;
}

/** Those without a value are left out. */
export function foldedPairs(
  rows: readonly Pair[],
  { short = SHORT, fontSize = 10.5, layout = GRID, lineHeight = 1.15 }: Folding = {},
): Content {
  const filled = rows.filter(([, value]) => value !== '');
  const body = rowsOf(filled, short).map(([one, other]): TableCell[] => {
    const name = (text: string): TableCell => ({ text, style: 'name', fontSize, lineHeight });
    const value = (text: Pair[1]): TableCell =>
      typeof text === 'string' ? { text, style: 'value', fontSize, lineHeight, ...breaking(text) } : text;
    if (other) return [name(one[0]), value(one[1]), name(other[0]), value(other[1])];
    return [name(one[0]), { ...(value(one[1]) as object), colSpan: 3 }, {}, {}];
  });
  const nameWidth = fontSize * LONGEST_NAME + 1;
  const isShort = fitsOnPage(filled.map(([, value]) => (typeof value === 'string' ? value : '')).join(''), 700);
  const table: Content = { table: { widths: [nameWidth, '*', nameWidth, '*'], body, dontBreakRows: isShort }, layout };
  return { stack: [table], unbreakable: isShort, margin: [0, 6, 0, 6] };
}

type Row = readonly [Pair, Pair?];

/** In their order: a short one beside a short one. */
function rowsOf(pairs: readonly Pair[], short: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < pairs.length; at += 1) {
    const [one, next] = [pairs[at]!, pairs[at + 1]];
    if (next && isShort(one, short) && isShort(next, short)) {
      rows.push([one, next]);
      at += 1;
    } else {
      rows.push([one]);
    }
  }
  return rows;
}

const isShort = ([, value]: Pair, short: number): boolean => typeof value !== 'string' || widthOf(value) <= short;

/** In full characters: figures and Latin letters are about half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x250 ? 0.56 : 1), 0);
