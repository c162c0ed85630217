/** Sizes and strokes of every paper. Grey enough to be read on a fax, too. */
import type { TableLayout, TextStyle } from './content.ts';

export const INK = '#111111';
export const SOFT = '#555555';
const LINE = '#8a8a8a';
const SHADE = '#f3f3f3';

export const STYLES: Readonly<Record<string, TextStyle>> = {
  office: { fontSize: 17, bold: true, alignment: 'center', characterSpacing: 1.5 },
  title: { fontSize: 20, bold: true, alignment: 'center', characterSpacing: 3, margin: [0, 10, 0, 4] },
  soft: { fontSize: 9, color: SOFT },
  addressee: { fontSize: 12, margin: [0, 6, 0, 8] },
  paragraph: { fontSize: 12, lineHeight: 1.3, leadingIndent: 24, margin: [0, 0, 0, 4] },
  remark: { fontSize: 10.5, lineHeight: 1.15, leadingIndent: 21, margin: [0, 0, 0, 4] },
  heading: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
  block: { margin: [0, 8, 0, 8] },
  name: { fontSize: 10.5, color: SOFT, fillColor: SHADE },
  head: { fontSize: 10, bold: true, fillColor: SHADE, alignment: 'center' },
  value: { fontSize: 10.5 },
};

export const GRID: TableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

/** For pairs of a form that belongs on one page. */
export const DENSE_PAIRS: TableLayout = { ...GRID, paddingTop: () => 2, paddingBottom: () => 1 };

/** For a table that belongs on one page. */
export const DENSE: TableLayout = { ...GRID, paddingTop: () => 1, paddingBottom: () => 1 };
