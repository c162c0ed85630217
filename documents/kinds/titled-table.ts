import type { Content, Table } from '../frame/content.ts';

/** A table under a title that never stands alone at the foot of a page, and is said again where the table goes on. */
export function titled(
  title: string,
  table: Content,
  {
    id,
    padding = 6,
  }: { readonly id?: string; /** To the left of its cells, in points. */ readonly padding?: number } = {},
): Content {
  const { table: inner, layout, ...rest } = table as Table;
  const across = inner.body[0]?.length ?? 1;
  const head = {
    text: title,
    style: 'heading',
    colSpan: across,
    border: [false, false, false, false] as const,
    margin: [-padding, 0, 0, 0] as const,
    ...(id !== undefined && { id }),
  };
  return {
    ...rest,
    layout: { ...(typeof layout === 'object' ? layout : {}), hLineWidth: (line: number) => (line === 0 ? 0 : 0.6) },
    margin: [0, 4, 0, 6],
    table: {
      ...inner,
      headerRows: (inner.headerRows ?? 0) + 1,
      // A first row that may be longer than a page is not kept with anything: what is kept together is cut off at its end.
      ...(inner.dontBreakRows !== false && { keepWithHeaderRows: 1 }),
      body: [[head, ...Array.from({ length: across - 1 }, () => ({}))], ...inner.body],
    },
  };
}
