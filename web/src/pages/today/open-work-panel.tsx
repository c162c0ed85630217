import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { OpenByOwner, OpenByStep } from './open-work-tables.tsx';
import { WorkLink } from '../../components/work-link.tsx';

export function OpenWorkPanel({ everyMs }: { readonly everyMs: number }) {
  const { t } = useTranslation();
  const query = useQuery(api.queryOptions('get', '/metrics/progress', {}, { refetchInterval: everyMs }));
  return (
    <Panel title={t('today.work.title')} aside={<ExportButton what="readOpenWork" />}>
      <Loaded query={query} lines={17}>
        {(work) => <OpenWork work={work} />}
      </Loaded>
    </Panel>
  );
}

function OpenWork({ work }: { readonly work: Schemas['OpenWork'] }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <dl className="tiles">
        <div>
          <dt>{t('today.work.open')}</dt>
          <dd>
            <WorkLink search={{ tab: 'all' }} count={work.open} />
          </dd>
        </div>
        <div className={work.overdue > 0 ? 'late' : ''}>
          <dt>{t('today.work.overdue')}</dt>
          <dd>
            <WorkLink search={{ tab: 'all', overdue: true }} count={work.overdue} />
          </dd>
        </div>
        <div>
          <dt>{t('today.work.closed')}</dt>
          <dd>
            <WorkLink search={{ tab: 'all', closed: true }} count={work.closed} />
          </dd>
        </div>
      </dl>
      {work.open === 0 ? (
        <Empty>{t('today.work.allClear')}</Empty>
      ) : (
        <div className="two-columns">
          <div className="stack">
            <OpenByStep work={work} />
            <Ages ages={work.byAge} />
          </div>
          <OpenByOwner work={work} />
        </div>
      )}
    </div>
  );
}

function Ages({ ages }: { readonly ages: Schemas['OpenWork']['byAge'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...ages.map(({ open }) => open));
  return (
    <section>
      <h3>{t('today.work.byAge')}</h3>
      <ul className="ages">
        {ages.map(({ fromWorkingDays: from, toWorkingDays: to, open }) => (
          <li key={from}>
            <span className="number">
              {to === null ? t('today.work.ageFrom', { from }) : `${String(from)}–${String(to)}`}
            </span>
            <span className="age-bar" aria-hidden="true">
              <span style={{ width: `${String((100 * open) / most)}%` }} />
            </span>
            <WorkLink search={{ tab: 'all', ageFrom: from, ...(to !== null && { ageTo: to }) }} count={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}
