import type { Content, Table } from '../frame/content.ts';

/** A table under a title that never stands alone at the foot of a page, and is said again where the table goes on. */
export function titled(title: string, table: Content, { id }: { readonly id?: string } = {}): Content {
  const { table: inner, layout, ...rest } = table as Table;
  const across = inner.body[0]?.length ?? 1;
  const head = {
    text: title,
    style: 'heading',
    colSpan: across,
    border: [false, false, false, false] as const,
    margin: [-6, 0, 0, 0] as const,
    ...(id !== undefined && { id }),
  };
  return {
    ...rest,
    layout: { ...(typeof layout === 'object' ? layout : {}), hLineWidth: (line: number) => (line === 0 ? 0 : 0.6) },
    margin: [0, 4, 0, 6],
    table: {
      ...inner,
      headerRows: (inner.headerRows ?? 0) + 1,
      keepWithHeaderRows: 1,
      body: [[head, ...Array.from({ length: across - 1 }, () => ({}))], ...inner.body],
    },
  };
}
