import type { ComponentProps, ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { More } from './more-button.tsx';
import { Empty } from './panel.tsx';

interface ListPage {
  readonly items: readonly unknown[];
}

interface PagedRowsProps<P extends ListPage> {
  readonly query: ComponentProps<typeof Loaded<{ readonly pages: readonly P[] }>>['query'] &
    ComponentProps<typeof More>['query'];
  /** Lines of grey while it loads. */
  readonly lines: number;
  readonly empty: string;
  /** The rows are drawn when there are none too: what was done with the last of them is still told in there. */
  readonly stays?: boolean;
  /** `first` says what belongs to the whole list. */
  readonly children: (rows: readonly P['items'][number][], first: P | undefined) => ReactNode;
}

/** A list that comes page by page: its rows and a button for more, or that there are none. */
export function PagedRows<P extends ListPage>({ query, lines, empty, stays = false, children }: PagedRowsProps<P>) {
  return (
    <Loaded query={query} lines={lines}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }): P['items'][number][] => [...items]);
        const none = rows.length === 0;
        return (
          <>
            {none && <Empty>{empty}</Empty>}
            {(!none || stays) && children(rows, pages[0])}
            {!none && <More shown={rows.length} query={query} />}
          </>
        );
      }}
    </Loaded>
  );
}
