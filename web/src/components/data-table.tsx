import type { KeyboardEvent, ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly right?: boolean;
  readonly render: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** Read by screen readers only; the heading above says it to the eye. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowClass?: (row: Row) => string;
  /** Rows with a link each: arrow keys go from one to the next. */
  readonly walkable?: boolean;
}

/** A plain table: dense, printable, and scrolled sideways by keyboard where the screen is narrow. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowClass, walkable = false }: DataTableProps<Row>) {
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table className={walkable ? 'data rows' : 'data'} onKeyDown={walkable ? walkRows : undefined}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.right ? 'right' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.right ? 'right' : undefined}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEP_OF_KEY: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEP_OF_KEY[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody a[data-row]')];
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
