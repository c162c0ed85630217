import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { DebitsPanel } from './debits-panel.tsx';
import { StatementsPanel } from './statements-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

const route = getRouteApi('/shell/bank');

/** Finance's side of the bank: how far its word is known, what waits, and what left again. */
export function BankPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  return (
    <Page title={t('bank.title')}>
      <div className="stack">
        <AccountsPanel />
        <WaitingPanel />
        <DebitsPanel search={search} />
        <StatementsPanel />
      </div>
    </Page>
  );
}
