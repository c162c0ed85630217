import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { TransferTable } from '../../components/transfer-table.tsx';

export interface OpenWorkFilter {
  readonly ownerId?: string;
  readonly step?: Schemas['Step'];
  readonly counterpartAreaCode?: string;
  readonly overdue?: boolean;
}

interface OpenWorkListProps {
  readonly title: string;
  readonly filter: OpenWorkFilter;
  readonly nothing: string;
  readonly withOwner?: boolean;
}

const EVERY_MS = 5000;

/** Open transfers, soonest due first, page by page. */
export function OpenWorkList({ title, filter, nothing, withOwner = true }: OpenWorkListProps) {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/transfers',
    { params: { query: { ...filter, state: 'open', limit: 50 } } },
    {
      ...BY_CURSOR,
      refetchInterval: EVERY_MS,
    },
  );
  return (
    <Panel title={title} aside={<span className="soft small">{t('common.columns.due')} ↑</span>}>
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty>{nothing}</Empty>;
          return (
            <>
              <TransferTable caption={title} rows={rows} shows="openWork" withOwner={withOwner} />
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
