import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { TaskTable } from '../../components/task-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';

/** Open duties of all their transfers, with who has them. */
export function WaitingPanel({ transfers }: Pick<Schemas['Person'], 'transfers'>) {
  const { t } = useTranslation();
  const tasks = transfers.flatMap((one) => one.tasks);
  return (
    <Panel title={t('person.tasks')}>
      {tasks.length === 0 && <Empty>{t('person.noTasks')}</Empty>}
      {tasks.length > 0 && <TaskTable caption={t('person.tasks')} rows={tasks} withOwner />}
    </Panel>
  );
}
