import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
import type { Task } from '../../api/types.ts';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { TaskTable } from '../../components/task-table.tsx';
import { usePicked } from '../../components/use-picked.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { CLOSE_TASKS, CloseTasksDialog } from './close-tasks-dialog.tsx';

/** Of which one sentence may be true of many; people are told and money is decided about one by one. */
const ALIKE: readonly Task['kind'][] = [
  'unknownScan', 'silentLetter', 'unknownNotice', 'silentNotice', 'parkedFact', 'lateFact',
]; // prettier-ignore

/** What I owe apart from the steps: people to tell, notices by phone, money that nobody can place. */
export function MyTasks({ ownerId }: { readonly ownerId: string }) {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/tasks',
    { params: { query: { ownerId, state: 'open', limit: 50 } } },
    BY_CURSOR,
  );
  return (
    <Panel title={t('myWork.tabs.tasks')}>
      <PagedRows query={query} lines={6} empty={t('myWork.nothingTasks')}>
        {(rows) => <Tasks rows={rows} />}
      </PagedRows>
    </Panel>
  );
}

function Tasks({ rows }: { readonly rows: readonly Task[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const [closing, setClosing] = useState(false);
  const picked = usePicked<Task>({
    shown: rows,
    idOf: ({ id }) => id,
    title: t('myWork.pick'),
    nameOf: ({ kind, caseNo }) => [t(`taskKinds.${kind}`), caseNo].filter(Boolean).join(' '),
    mayPick: ({ kind }) => may('closeTask') && ALIKE.includes(kind),
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
      <TaskTable caption={t('myWork.tabs.tasks')} rows={rows} first={picked.column} />
      {closing && <CloseTasksDialog tasks={picked.rows} onClose={() => setClosing(false)} onDone={picked.clear} />}
    </>
  );
}
