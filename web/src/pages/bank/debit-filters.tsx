import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DayRange } from '../../components/day-range.tsx';
import { type BankSearch } from '../../money-params.ts';
import { changedSearch, type SearchChange } from '../../search-params.ts';
import { useAccounts } from './use-accounts.ts';

const STATES = ['open', 'decided'] as const satisfies readonly Schemas['DebitState'][];

export function DebitFilters({ search }: { readonly search: BankSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const accounts = useAccounts().data ?? [];
  const change = (part: SearchChange<BankSearch>): void =>
    void navigate({ to: '/bank', search: changedSearch(search, part), replace: true });
  return (
    <div className="row no-print">
      <Select
        allowClear
        popupMatchSelectWidth={false}
        aria-label={t('common.columns.state')}
        placeholder={t('bank.anyState')}
        value={search.state ?? null}
        options={STATES.map((state) => ({ value: state, label: t(`bank.states.${state}`) }))}
        onChange={(state: Schemas['DebitState'] | undefined) => change({ state })}
      />
      <Select
        allowClear
        popupMatchSelectWidth={false}
        aria-label={t('bank.account')}
        placeholder={t('bank.anyAccount')}
        value={search.account ?? null}
        options={accounts.filter(({ number }) => number !== '').map(({ number }) => ({ value: number, label: number }))}
        onChange={(account: string | undefined) => change({ account })}
      />
      <DayRange from={search.from} to={search.to} onChange={change} />
    </div>
  );
}
