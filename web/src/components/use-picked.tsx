import { useState } from 'react';
import type { Column } from './data-table.tsx';

export interface Picked<Row> {
  /** Of the rows that are shown: what has left the list is picked no more. */
  readonly rows: readonly Row[];
  readonly column: Column<Row>;
  readonly clear: () => void;
}

interface Picking<Row> {
  readonly shown: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly title: string;
  /** Read aloud at each box. */
  readonly nameOf: (row: Row) => string;
  readonly mayPick: (row: Row) => boolean;
}

/** Rows that are marked for one act; plain boxes, so that a thousand of them stay quick. */
export function usePicked<Row>({ shown, idOf, title, nameOf, mayPick }: Picking<Row>): Picked<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string): void =>
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const column: Column<Row> = {
    key: 'pick',
    title,
    render: (row) =>
      mayPick(row) && (
        <input
          type="checkbox"
          className="pick no-print"
          aria-label={nameOf(row)}
          checked={ids.has(idOf(row))}
          onChange={() => turn(idOf(row))}
        />
      ),
  };
  return {
    rows: shown.filter((row) => ids.has(idOf(row)) && mayPick(row)),
    column,
    clear: () => setIds(new Set()),
  };
}
