import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay, useMe } from '../../api/queries.ts';
import type { Task } from '../../api/types.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { TaskTable } from '../../components/task-table.tsx';
import { usePicked } from '../../components/use-picked.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { changedSearch, type SearchChange, type WorkSearch } from '../../search-params.ts';
import { useWhose } from './use-whose.ts';
import { CLOSE_TASKS } from './close-tasks.ts';

const CloseTasksDialog = lazy(async () => ({ default: (await import('./close-tasks-dialog.tsx')).CloseTasksDialog }));

/** Of which one sentence may be true of many; people are told and money is decided about one by one. */
const ALIKE: readonly Task['kind'][] = [
  'unknownScan', 'silentLetter', 'unknownNotice', 'silentNotice', 'parkedFact', 'lateFact',
]; // prettier-ignore

/** What I owe apart from the steps, or a colleague does: people to tell, notices by phone, money that nobody can place. */
export function MyTasks({ search }: { readonly search: WorkSearch }) {
  const { t } = useTranslation();
  const me = useMe();
  const { owner: ownerId = me.id, lentBy, overdue, dueThisWeek } = search;
  const whose = useWhose(ownerId);
  const filter = {
    ownerId,
    ...(lentBy !== undefined && { lentById: lentBy }),
    ...(overdue && { overdue }),
    ...(dueThisWeek && { dueThisWeek }),
  };
  const query = api.useInfiniteQuery(
    'get',
    '/tasks',
    { params: { query: { ...filter, state: 'open', limit: 50 } } },
    BY_CURSOR,
  );
  return (
    <div className="stack tight">
      <TaskFilters search={search} />
      <Panel
        title={whose === undefined ? t('myWork.tabs.tasks') : t('myWork.tasksOf', { name: whose })}
        aside={<ExportButton what="listTasks" query={{ ...filter, state: 'open' }} />}
      >
        <PagedRows query={query} lines={6} empty={t('myWork.nothingTasks')} stays>
          {(rows) => <Tasks rows={rows} />}
        </PagedRows>
      </Panel>
    </div>
  );
}

const ONLY = ['overdue', 'dueThisWeek'] as const;

function TaskFilters({ search }: { readonly search: WorkSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = (part: SearchChange<WorkSearch>): void =>
    void navigate({ to: '/my-work', search: changedSearch(search, part), replace: true });
  return (
    <form className="filters no-print" aria-label={t('myWork.filters')}>
      {ONLY.map((only) => (
        <Checkbox
          key={only}
          checked={search[only] === true}
          onChange={({ target }) => change({ [only]: target.checked || undefined })}
        >
          {t(`myWork.only.${only}`)}
        </Checkbox>
      ))}
    </form>
  );
}

function Tasks({ rows }: { readonly rows: readonly Task[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const begun = useBegun();
  const [closing, setClosing] = useState(false);
  const picked = usePicked<Task>({
    shown: rows,
    idOf: ({ id }) => id,
    title: t('myWork.pick'),
    nameOf: ({ kind, caseNo }) => [t(`taskKinds.${kind}`), caseNo].filter(Boolean).join(' '),
    // Their owner closes them, or the manager.
    mayPick: ({ kind, owner }) =>
      may('closeTask') && ALIKE.includes(kind) && (owner.id === me.id || may('changeAbsences')),
  });
  const kinds = new Set(picked.rows.map(({ kind }) => kind));
  const name = t('myWork.close.button', { count: picked.rows.length });
  return (
    <>
      {picked.rows.length > 0 && (
        <div className="row bulk no-print">
          <Button disabled={kinds.size > 1} onClick={() => setClosing(true)}>
            {begun.forms(CLOSE_TASKS).length > 0 ? t('drafts.begun', { what: name }) : name}
          </Button>
          {kinds.size > 1 && <span className="soft">{t('myWork.close.oneKind')}</span>}
        </div>
      )}
      {rows.length > 0 && <TaskTable caption={t('myWork.tabs.tasks')} rows={rows} first={picked.column} />}
      {closing && (
        <Suspense fallback={null}>
          <CloseTasksDialog tasks={picked.rows} onClose={() => setClosing(false)} onDone={picked.clear} />
        </Suspense>
      )}
    </>
  );
}
