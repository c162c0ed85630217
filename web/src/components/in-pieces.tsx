import { useState, type ComponentProps, type ReactNode } from 'react';
import { More } from './more-button.tsx';

const AT_ONCE = 200;

interface InPiecesProps<Row> {
  readonly rows: readonly Row[];
  /** Where still more comes from when all rows are shown. */
  readonly next?: ComponentProps<typeof More>['query'];
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that came as a whole, some hundred rows at a time: ten thousand at once stop a browser for seconds. */
export function InPieces<Row>({ rows, next, children }: InPiecesProps<Row>) {
  const [most, setMost] = useState(AT_ONCE);
  const shown = rows.slice(0, most);
  const isCut = rows.length > most;
  const more = {
    hasNextPage: isCut || next?.hasNextPage === true,
    isFetchingNextPage: next?.isFetchingNextPage === true,
    fetchNextPage: (): Promise<unknown> => {
      setMost(most + AT_ONCE);
      return isCut || !next ? Promise.resolve() : next.fetchNextPage();
    },
  };
  return (
    <>
      {children(shown)}
      {more.hasNextPage && <More shown={shown.length} query={more} />}
    </>
  );
}
