import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMe, useProcedures } from '../../api/queries.ts';
import type { TransferDetail } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { deskOf } from '../../procedures/desk.ts';
import { procedureOf, stepOf } from '../../procedures/lookup.ts';
import { cleanForm } from './clean-form.ts';
import { CleanFormsTable } from './clean-forms-table.tsx';
import './entry.css';

/** At once: each of them is opened, and noted as looked at. */
const AT_ONCE = 20;

/** My reviews whose form has nothing to find and fits its money, together; every other one is looked at by itself. */
export function CleanFormsPage() {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const procedures = useProcedures();
  const query = { ownerId, state: 'open', limit: 200 } as const;
  const mine = useQuery(api.queryOptions('get', '/transfers', { params: { query } }));
  const reviews = (mine.data?.items ?? []).filter(
    ({ procedure, openStep }) => deskOf(stepOf(procedureOf(procedures, procedure), openStep?.step)) === 'reviewing',
  );
  const details = useQueries({
    queries: reviews
      .slice(0, AT_ONCE)
      .map(({ id }) => api.queryOptions('get', '/transfers/{id}', { params: { path: { id } } }, { staleTime: 60_000 })),
  });
  const queryClient = useQueryClient();
  const [done, setDone] = useState(0);
  const read = details.flatMap(({ data }): TransferDetail[] => (data ? [data] : []));
  const clean = read.filter((one) => cleanForm(one) !== undefined);
  const pending = details.some(({ isPending }) => isPending);
  return (
    <Page title={t('entry.clean.title')}>
      <Panel title={t('entry.clean.count', { count: clean.length })}>
        <Loaded query={mine} lines={6}>
          {() => (
            <div className="stack tight">
              <p className="soft">{t('entry.clean.text')}</p>
              <div role="status">
                {done > 0 && <p className="verdict good">{t('entry.clean.confirmed', { count: done })}</p>}
              </div>
              {reviews.length > clean.length && !pending && (
                <p className="soft">{t('entry.clean.others', { count: reviews.length - clean.length })}</p>
              )}
              {clean.length === 0 ? (
                <Empty>{pending ? t('common.loading') : t('entry.clean.none')}</Empty>
              ) : (
                <CleanFormsTable
                  transfers={clean}
                  onEnd={(count) => {
                    setDone((before) => before + count);
                    void queryClient.invalidateQueries({ queryKey: ['get', '/transfers'] });
                  }}
                />
              )}
            </div>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
