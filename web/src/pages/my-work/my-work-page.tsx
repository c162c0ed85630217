import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayAct } from '../../../../domain/staff/permissions.ts';
import { useMe } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { WORK_TABS } from '../../search-params.ts';
import { AllOpenWork } from './all-open-work.tsx';
import { MyTasks } from './my-tasks.tsx';
import { OpenWorkList } from './open-work-list.tsx';
import './my-work.css';

const route = getRouteApi('/shell/my-work');

/** What is mine, due first; and beside it everything that is open. */
export function MyWorkPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const { tab: shown = 'mine' } = search;
  return (
    <Page title={t('myWork.title')} aside={<p className="soft small no-print">{t('myWork.keys')}</p>}>
      <nav className="tabs no-print" aria-label={t('myWork.title')}>
        {WORK_TABS.map((tab) => (
          <Link key={tab} to="/my-work" search={{ tab }} className={tab === shown ? 'active' : ''} activeProps={{}}>
            {t(`myWork.tabs.${tab}`)}
          </Link>
        ))}
      </nav>
      {shown === 'mine' && (
        <div className="stack tight">
          {mayAct(me.roles, 'reviewer') && (
            <p className="no-print">
              <Link to="/clean-forms">{t('entry.clean.link')}</Link>
            </p>
          )}
          <OpenWorkList
            title={t('myWork.tabs.mine')}
            filter={{ ownerId: me.id }}
            nothing={t('myWork.nothing')}
            withOwner={false}
          />
        </div>
      )}
      {shown === 'tasks' && <MyTasks ownerId={me.id} />}
      {shown === 'all' && <AllOpenWork search={search} />}
    </Page>
  );
}
