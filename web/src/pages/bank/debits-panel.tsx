import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, jsonOf } from '../../api/client.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import type { BankSearch } from '../../money-params.ts';
import { DebitFilters } from './debit-filters.tsx';
import { DebitTable } from './debit-table.tsx';

/** What left and what the bank took back, with whose task it is. */
export function DebitsPanel({ search }: { readonly search: BankSearch }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['debits', search],
    queryFn: async ({ pageParam }: { pageParam: string | null }) =>
      jsonOf(
        await client.GET('/debits', {
          params: { query: { ...search, limit: 50, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Panel title={t('bank.debits')} aside={<ExportButton what="listDebits" query={{ ...search }} />}>
      <div className="stack tight">
        <DebitFilters search={search} />
        <PagedRows query={query} lines={6} empty={t('bank.noDebits')}>
          {(rows) => <DebitTable rows={rows} />}
        </PagedRows>
      </div>
    </Panel>
  );
}
