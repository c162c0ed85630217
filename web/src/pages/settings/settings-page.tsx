import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { InterestPanel } from './interest-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { OfficePanel } from './office-panel.tsx';

/** What the office computes with and whose money is its own; each change takes two administrators. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')}>
      <div className="stack">
        <OfficePanel />
        <AccountsPanel />
        <InterestPanel />
        <NoticesPanel />
      </div>
    </Page>
  );
}
