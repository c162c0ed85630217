import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';

type Finished = Schemas['FinishedPractice'];

/** For the manager: that somebody has finished, and when. Points are nobody else's. */
export function FinishedPanel() {
  const { t } = useTranslation();
  const finished = api.useQuery('get', '/practice/finished', {});
  const columns: readonly Column<Finished>[] = [
    { key: 'colleague', title: t('practice.colleague'), render: ({ staff }) => staff.displayName },
    {
      key: 'exercise',
      title: t('practice.exercise'),
      render: ({ exercise }) => t(`practice.exercises.${exercise}.title`),
    },
    { key: 'finishedOn', title: t('practice.finishedOn'), render: ({ finishedAt }) => <Moment at={finishedAt} /> },
  ];
  return (
    <Panel title={t('practice.finishedTitle')}>
      <p className="soft small">{t('practice.finishedText')}</p>
      <Loaded query={finished} lines={2}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('practice.nobodyYet')}</Empty>;
          return (
            <DataTable
              caption={t('practice.finishedTitle')}
              columns={columns}
              rows={items}
              rowKey={({ staff, exercise }) => `${staff.id} ${exercise}`}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
}
