import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayAct } from '../../../../domain/staff/permissions.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { NextCase } from '../../components/next-case.tsx';
import { Page } from '../../components/page.tsx';
import { Count } from '../../components/time.tsx';
import { WORK_TABS, type WorkTab } from '../../search-params.ts';
import { AllOpenWork } from './all-open-work.tsx';
import { MyArchive } from './my-archive.tsx';
import { MySteps } from './my-steps.tsx';
import { MyTasks } from './my-tasks.tsx';
import { NotesForMe } from './notes-for-me.tsx';
import { Stewarded } from './stewarded.tsx';
import './my-work.css';

const route = getRouteApi('/shell/my-work');
const EVERY_MS = 15_000;

/** What is mine, due first; and beside it everything that is open. */
export function MyWorkPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const { tab: shown = 'mine' } = search;
  const { data: counts } = api.useQuery('get', '/my-work', {}, { refetchInterval: EVERY_MS });
  return (
    <Page title={t('myWork.title')} aside={<NextCase />}>
      <nav className="tabs apart no-print" aria-label={t('myWork.title')}>
        {WORK_TABS.map((tab) => (
          <Link key={tab} to="/my-work" search={{ tab }} className={tab === shown ? 'active' : ''} activeProps={{}}>
            {t(`myWork.tabs.${tab}`)} {counts && <HowMany tab={tab} counts={counts} />}
          </Link>
        ))}
        <Link to="/approvals">
          {t('layout.approvals')} {counts && <Count of={counts.toConfirm} />}
        </Link>
      </nav>
      {shown === 'mine' && (
        <div className="stack tight">
          {mayAct(me.roles, 'reviewer') && (
            <p className="no-print">
              <Link to="/clean-forms">{t('entry.clean.link')}</Link>
            </p>
          )}
          {counts !== undefined && counts.handOverNotes > 0 && <NotesForMe count={counts.handOverNotes} />}
          <MySteps search={search} sentBack={counts?.sentBack ?? []} />
        </div>
      )}
      {shown === 'stewarded' && <Stewarded stewardId={search.owner ?? me.id} />}
      {shown === 'tasks' && <MyTasks search={search} />}
      {shown === 'all' && <AllOpenWork search={search} />}
      {shown === 'archive' && <MyArchive stewardId={me.id} />}
      <p className="soft small no-print">{t('myWork.keys')}</p>
    </Page>
  );
}

function HowMany({ tab, counts }: { readonly tab: WorkTab; readonly counts: Schemas['MyWork'] }) {
  if (tab === 'mine') return <Count of={counts.steps.open} />;
  if (tab === 'stewarded') return <Count of={counts.stewarded} />;
  return tab === 'tasks' ? <Count of={counts.tasks.open} /> : null;
}
