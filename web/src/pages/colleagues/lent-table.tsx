import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { WorkLink } from '../../components/work-link.tsx';

type Lent = Schemas['Loads']['lent'][number];

/** What somebody has in place of whom. */
export function LentTable({ rows }: { readonly rows: readonly Lent[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('colleagues.lent.title')}
      rows={rows}
      rowKey={({ holder, of }) => `${holder.id} ${of.id}`}
      columns={[
        { key: 'of', title: t('colleagues.lent.of'), render: ({ of }) => of.displayName },
        { key: 'holder', title: t('colleagues.lent.holder'), render: ({ holder }) => holder.displayName },
        {
          key: 'steps',
          title: t('colleagues.lent.steps'),
          right: true,
          render: ({ holder, of, steps }) => (
            <WorkLink search={{ tab: 'all', owner: holder.id, lentBy: of.id }} count={steps} />
          ),
        },
        {
          key: 'tasks',
          title: t('colleagues.lent.tasks'),
          right: true,
          render: ({ holder, of, tasks }) => (
            <WorkLink search={{ tab: 'tasks', owner: holder.id, lentBy: of.id }} count={tasks} />
          ),
        },
        {
          key: 'stewarded',
          title: t('colleagues.lent.stewarded'),
          right: true,
          render: ({ of, stewarded }) => <WorkLink search={{ tab: 'stewarded', owner: of.id }} count={stewarded} />,
        },
      ]}
    />
  );
}
