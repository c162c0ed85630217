import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
import type { Task } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Due } from '../../components/time.tsx';

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
        {(rows) => (
          <DataTable
            caption={t('myWork.tabs.tasks')}
            rows={rows}
            rowKey={(task) => task.id}
            rowClass={(task) => (task.overdue ? 'late' : '')}
            walkable
            columns={[
              { key: 'kind', title: t('common.columns.kind'), render: (task) => <Kind task={task} /> },
              {
                key: 'caseNo',
                title: t('common.columns.caseNo'),
                render: ({ transferId, caseNo }) =>
                  transferId !== null && (
                    <Link to="/transfers/$id" params={{ id: transferId }} data-row className="nowrap number">
                      {caseNo}
                    </Link>
                  ),
              },
              {
                key: 'reason',
                title: t('common.columns.reason'),
                render: ({ reasonCode }) => reasonCode !== null && <ReasonText code={reasonCode} />,
              },
              {
                key: 'due',
                title: t('common.columns.due'),
                render: ({ dueOn, overdue }) => <Due on={dueOn} late={overdue} />,
              },
            ]}
          />
        )}
      </PagedRows>
    </Panel>
  );
}

/** What is to be done about money is done on its own page. */
function Kind({ task: { kind, about } }: { readonly task: Task }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = t(`taskKinds.${kind}`);
  const { partId, entryId } = about;
  if (kind === 'suspense' && typeof partId === 'string' && may('readCredits'))
    return (
      <Link to="/bank/waiting" search={{ part: partId }} data-row>
        {words}
      </Link>
    );
  if (kind === 'moneyOut' && typeof entryId === 'string' && may('readBank'))
    return (
      <Link to="/bank/debits/$id" params={{ id: entryId }} data-row>
        {words}
      </Link>
    );
  return <>{words}</>;
}
