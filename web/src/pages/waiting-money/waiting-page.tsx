import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay, useMe } from '../../api/queries.ts';
import { Deciding } from '../../components/deciding/deciding.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { MoneyEquation } from '../../components/money-equation.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { type WaitingMoneySearch } from '../../money-params.ts';
import { changedSearch, type SearchChange } from '../../search-params.ts';
import { WaitingTable } from './waiting-table.tsx';

const route = getRouteApi('/shell/bank/waiting');
const STATES = ['suspense', 'proposed'] as const;

/** What waits for a person of finance, the oldest first; each part is decided about here. */
export function WaitingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [said, setSaid] = useState('');
  const go = (part: SearchChange<WaitingMoneySearch>): void =>
    void navigate({ to: '/bank/waiting', search: changedSearch(search, part), replace: true });
  return (
    <Page title={t('waitingMoney.title')}>
      <div className="stack">
        {may('readMetrics') && (
          <Panel title={t('waitingMoney.equation')}>
            <MoneyEquation />
          </Panel>
        )}
        <Panel title={t('waitingMoney.title')}>
          <div className="stack tight">
            <div className="row no-print">
              <Select
                allowClear
                popupMatchSelectWidth={false}
                aria-label={t('common.columns.state')}
                placeholder={t('waitingMoney.anyState')}
                value={search.state ?? null}
                options={STATES.map((state) => ({ value: state, label: t(`partStates.${state}`) }))}
                onChange={(state: WaitingMoneySearch['state'] | null) => go({ state: state ?? undefined })}
              />
              <Checkbox
                checked={search.mine === true}
                onChange={({ target }) => go({ mine: target.checked ? true : undefined })}
              >
                {t('waitingMoney.mine')}
              </Checkbox>
            </div>
            <div role="status">{said !== '' && <p className="verdict good">{said}</p>}</div>
            <WaitingList search={search} />
          </div>
        </Panel>
      </div>
      {search.part !== undefined && (
        <Deciding
          key={search.part}
          of={{ partId: search.part }}
          onClose={() => go({ part: undefined })}
          onSaid={setSaid}
        />
      )}
    </Page>
  );
}

function WaitingList({ search: { state, mine } }: { readonly search: WaitingMoneySearch }) {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const asked = { ...(state && { state }), ...(mine && { ownerId }) };
  const query = api.useInfiniteQuery(
    'get',
    '/credits/waiting',
    { params: { query: { limit: 50, ...asked } } },
    BY_CURSOR,
  );
  return (
    <>
      <ExportButton what="listWaitingMoney" query={asked} />
      <PagedRows query={query} lines={8} empty={t('waitingMoney.empty')}>
        {(rows) => <WaitingTable rows={rows} />}
      </PagedRows>
    </>
  );
}
