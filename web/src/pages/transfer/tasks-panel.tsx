import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { NewFactKind, Progress, Task, TransferDetail } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Day, Due } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { useBegun } from '../../forms/use-begun.ts';
import type { FactValues } from './facts/fact-values.ts';
import { FactDialog } from './facts/lazy-fact-dialog.tsx';
import { TaskClosing } from './lazy-task-closing.tsx';

interface TasksPanelProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
}

/** Duties that end when the person has been told: by which fact. */
const TELLING: Partial<Record<Task['kind'], NewFactKind>> = {
  tellPerson: 'personTold',
  untransferableNotice: 'untransferableTold',
};
const mayTell = ({ kind }: Task, { allowedFacts }: TransferDetail): boolean =>
  allowedFacts.some((fact) => fact === TELLING[kind]);

/** Whoever applied elsewhere is told in writing. */
function beginsWith({ id, kind }: Task, { direction }: TransferDetail): FactValues {
  const channel = direction === 'out' ? 'letter' : 'phone';
  return kind === 'tellPerson' ? { taskId: id, channel } : { channel };
}

/** Duties beside the procedure; absent while there is none. */
export function TasksPanel({ transfer, progress }: TasksPanelProps) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const opened = (form: string, subjectOf: (task: Task) => string) => (): Task | undefined =>
    transfer.tasks.find((task) => begun.isOpen(form, subjectOf(task)));
  const [telling, setTelling] = useState(opened('fact/personTold', ({ id }) => `${transfer.id}/${id}`));
  const [closing, setClosing] = useState(opened('taskClosing', ({ id }) => id));
  if (transfer.tasks.length === 0) return null;
  return (
    <Panel title={t('transfer.tasks.title')}>
      <DataTable
        caption={t('transfer.tasks.title')}
        rows={transfer.tasks}
        rowKey={({ id }) => id}
        rowClass={({ overdue, closedAt }) => (overdue && closedAt === null ? 'late' : '')}
        columns={[
          { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => t(`taskKinds.${kind}`) },
          {
            key: 'reason',
            title: t('common.columns.reason'),
            render: ({ reasonCode }) => reasonCode !== null && <ReasonText code={reasonCode} />,
          },
          { key: 'owner', title: t('common.columns.owner'), render: ({ owner }) => owner.displayName },
          {
            key: 'due',
            title: t('common.columns.due'),
            render: ({ dueOn, overdue, closedAt }) => <Due on={dueOn} late={overdue} quiet={closedAt !== null} />,
          },
          {
            key: 'closed',
            title: t('common.columns.state'),
            render: (task) => {
              if (task.closedAt !== null) return <Day on={dayOf(task.closedAt)} />;
              if (mayTell(task, transfer)) {
                return (
                  <Button size="small" onClick={() => setTelling(task)}>
                    {t('transfer.tasks.tell')}
                  </Button>
                );
              }
              if (task.kind === 'tellPerson' || !may('closeTask')) return null;
              return (
                <Button size="small" onClick={() => setClosing(task)}>
                  {t('transfer.tasks.closing')}
                </Button>
              );
            },
          },
        ]}
      />
      {telling && (
        <FactDialog
          kind={TELLING[telling.kind] ?? 'personTold'}
          transfer={transfer}
          progress={progress}
          initial={beginsWith(telling, transfer)}
          onClose={() => setTelling(undefined)}
        />
      )}
      {closing && <TaskClosing task={closing} onClose={() => setClosing(undefined)} />}
    </Panel>
  );
}
