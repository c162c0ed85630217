import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas, TransferRow } from '../../api/types.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { TransferTable } from '../../components/transfer-table.tsx';
import { TakingOver } from './taking-over.tsx';

export interface OpenWorkFilter {
  readonly ownerId?: string;
  readonly stewardId?: string;
  readonly holderId?: string;
  readonly held?: boolean;
  readonly sentBack?: boolean;
  readonly withoutStep?: boolean;
  readonly step?: Schemas['Step'];
  readonly counterpartAreaCode?: string;
  readonly overdue?: boolean;
  readonly dueThisWeek?: boolean;
  readonly lentById?: string;
  readonly followed?: boolean;
  readonly withoutActFor30Days?: boolean;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly order?: 'due' | 'oldest';
}

interface OpenWorkListProps {
  readonly title: string;
  readonly filter: OpenWorkFilter;
  readonly nothing: string;
  readonly withOwner?: boolean;
  /** What is closed instead of what is open. */
  readonly closed?: boolean;
  readonly sentBack?: Schemas['MyWork']['sentBack'];
  /** Steps of colleagues may be marked and taken over together. */
  readonly takeOver?: boolean;
}

const EVERY_MS = 5000;

/** Open transfers, soonest due first or oldest first, page by page. */
export function OpenWorkList(props: OpenWorkListProps) {
  const { title, filter, nothing, withOwner = true, closed = false, sentBack = [], takeOver = false } = props;
  const { t } = useTranslation();
  const asked = { ...filter, state: closed ? ('closed' as const) : ('open' as const) };
  const query = api.useInfiniteQuery(
    'get',
    '/transfers',
    { params: { query: { ...asked, limit: 50 } } },
    {
      ...BY_CURSOR,
      refetchInterval: EVERY_MS,
    },
  );
  const table = (rows: readonly TransferRow[]) => ({
    caption: title,
    rows,
    shows: closed ? ('cases' as const) : ('openWork' as const),
    withOwner,
    sentBack,
  });
  const order = t(filter.order === 'oldest' ? 'common.columns.accepted' : 'common.columns.due');
  return (
    <Panel
      title={title}
      aside={
        <>
          {!closed && <span className="soft small">{order} ↑</span>}
          <ExportButton what="listTransfers" query={asked} />
        </>
      }
    >
      <PagedRows query={query} lines={8} empty={nothing} stays={takeOver && !closed}>
        {(rows) =>
          takeOver && !closed ? (
            <TakingOver rows={rows}>{(boxes) => <TransferTable {...table(rows)} first={boxes} />}</TakingOver>
          ) : (
            <TransferTable {...table(rows)} />
          )
        }
      </PagedRows>
    </Panel>
  );
}
