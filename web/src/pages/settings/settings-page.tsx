import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { AgenciesPanel } from './agencies-panel.tsx';
import { InterestPanel } from './interest-panel.tsx';
import { LetterheadPanel } from './letterhead-panel.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { OfficePanel } from './office-panel.tsx';
import { PaperWordsPanel } from './paper-words-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

/** What the office computes with, whose money is its own, and how it writes to people. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')}>
      <div className="stack">
        <OfficePanel />
        <LetterheadPanel />
        <AccountsPanel />
        <InterestPanel />
        <NoticesPanel />
        <RulesPanel />
        <MessagesPanel />
        <PaperWordsPanel />
        <AgenciesPanel />
      </div>
    </Page>
  );
}
