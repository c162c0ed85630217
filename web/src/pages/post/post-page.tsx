import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { CameBackPanel } from './came-back-panel.tsx';
import { DayListPanel } from './day-list-panel.tsx';
import { SilentPanel } from './silent-panel.tsx';
import { ToPostPanel } from './to-post-panel.tsx';
import { UnderWayPanel } from './under-way-panel.tsx';
import './post.css';

const route = getRouteApi('/shell/post');

/** The letter clerk's day: what to post, what is under way, what is silent, what came back, and what the platform has to know. */
export function PostPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  return (
    <Page title={t('post.title')}>
      <div className="stack">
        <ToPostPanel search={search} />
        <SilentPanel />
        <CameBackPanel />
        <UnderWayPanel />
        <DayListPanel search={search} />
      </div>
    </Page>
  );
}
