import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { BoxesPanel } from './boxes-panel.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { SamplesPanel } from './samples-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

const route = getRouteApi('/shell/archive');

/** What is put away: closed cases in boxes, and samples of cases for an auditor. */
export function ArchivePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { month } = route.useSearch();
  return (
    <Page title={t('archive.title')}>
      <div className="stack">
        {may('keepArchive') && (
          <>
            <div className="two-columns">
              <MonthsPanel month={month} />
              {month !== undefined && <WaitingPanel key={month} month={month} />}
            </div>
            <BoxesPanel month={month} />
          </>
        )}
        {may('drawSample') && <SamplesPanel />}
      </div>
    </Page>
  );
}
