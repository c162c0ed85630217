import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { RegisterPanel } from './register-panel.tsx';
import './in-tray.css';

const route = getRouteApi('/shell/in-tray');

/** The post of the day: every paper is registered as it comes, and what fits no case waits with somebody. */
export function InTrayPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  return (
    <Page title={t('inTray.title')}>
      <div className="stack">
        <p className="soft">{t('inTray.explain')}</p>
        {may('registerIncoming') && <RegisterPanel />}
        <PapersPanel search={search} />
      </div>
    </Page>
  );
}
