/** What stands on what: measured by a test, and shown with its contrast on the design page. Names of palette.css. */

export interface Pair {
  readonly on: string;
  readonly colours: readonly string[];
}

/** The least contrast of a text, and of the edge, mark or ring that shows a control. */
export const LEAST = { text: 4.5, shape: 3 } as const;

const GROUNDS = ['paper', 'card', 'raised', 'field', 'row-hover', 'row-chosen'] as const;

/** Words. */
export const TEXTS: readonly Pair[] = [
  ...GROUNDS.map((on) => ({ on, colours: ['ink', 'ink-soft', 'brand', 'seal-ink'] })),
  { on: 'card', colours: ['seal', 'green', 'amber', 'placeholder'] },
  { on: 'raised', colours: ['seal', 'green', 'placeholder'] },
  { on: 'field', colours: ['placeholder'] },
  { on: 'grey-soft', colours: ['ink', 'ink-soft'] },
  { on: 'well', colours: ['ink', 'ink-soft'] },
  { on: 'brand-soft', colours: ['ink', 'ink-soft', 'brand', 'brand-ink'] },
  { on: 'seal-soft', colours: ['ink', 'seal-ink'] },
  { on: 'amber-soft', colours: ['ink', 'ink-soft', 'amber-ink', 'brand'] },
  { on: 'green-soft', colours: ['ink', 'green-ink'] },
  { on: 'brand', colours: ['on-brand'] },
  { on: 'brand-hover', colours: ['on-brand'] },
  { on: 'seal', colours: ['on-seal'] },
  { on: 'sheet', colours: ['sheet-ink', 'sheet-soft'] },
  { on: 'bar', colours: ['bar-ink', 'bar-soft'] },
  { on: 'bar-hover', colours: ['bar-ink'] },
];

/** Edges of controls, rings of the focus, dots and bars that mean something by themselves. */
export const SHAPES: readonly Pair[] = [
  ...['paper', 'card', 'raised', 'field'].map((on) => ({ on, colours: ['control', 'focus', 'brand', 'seal'] })),
  { on: 'brand-soft', colours: ['focus', 'brand'] },
  { on: 'row-hover', colours: ['focus'] },
  { on: 'row-chosen', colours: ['focus', 'control'] },
  { on: 'amber-soft', colours: ['amber-line', 'focus'] },
  { on: 'seal-soft', colours: ['seal', 'focus'] },
  { on: 'bar', colours: ['bar-control', 'bar-focus'] },
  { on: 'card', colours: ['green', 'amber-line', 'chart-1', 'chart-2', 'chart-3', 'chart-out', 'chart-open'] },
];
