import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { TransferTable } from '../../components/transfer-table.tsx';

export interface OpenWorkFilter {
  readonly ownerId?: string;
  readonly holderId?: string;
  readonly held?: boolean;
  readonly withoutStep?: boolean;
  readonly step?: Schemas['Step'];
  readonly counterpartAreaCode?: string;
  readonly overdue?: boolean;
  readonly followed?: boolean;
  readonly withoutActFor30Days?: boolean;
  readonly ageFrom?: number;
  readonly ageTo?: number;
}

interface OpenWorkListProps {
  readonly title: string;
  readonly filter: OpenWorkFilter;
  readonly nothing: string;
  readonly withOwner?: boolean;
  /** What is closed instead of what is open. */
  readonly closed?: boolean;
}

const EVERY_MS = 5000;

/** Open transfers, soonest due first, page by page. */
export function OpenWorkList({ title, filter, nothing, withOwner = true, closed = false }: OpenWorkListProps) {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/transfers',
    { params: { query: { ...filter, state: closed ? 'closed' : 'open', limit: 50 } } },
    {
      ...BY_CURSOR,
      refetchInterval: EVERY_MS,
    },
  );
  return (
    <Panel title={title} aside={!closed && <span className="soft small">{t('common.columns.due')} ↑</span>}>
      <PagedRows query={query} lines={8} empty={nothing}>
        {(rows) => (
          <TransferTable caption={title} rows={rows} shows={closed ? 'cases' : 'openWork'} withOwner={withOwner} />
        )}
      </PagedRows>
    </Panel>
  );
}
