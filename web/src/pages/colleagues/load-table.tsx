import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { WorkLink } from '../../components/work-link.tsx';
import type { WorkSearch } from '../../search-params.ts';
import { HandOverListDialog } from './hand-over-list-dialog.tsx';
import { useAway } from './use-away.ts';

type Load = Schemas['Loads']['colleagues'][number];

/** Each number of a colleague opens the list that it is the length of. */
export function LoadTable({ rows }: { readonly rows: readonly Load[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [handsOver, setHandsOver] = useState<Schemas['StaffRef']>();
  const number = (key: Figure, count: (load: Load) => number, search: Omit<WorkSearch, 'owner'>): Column<Load> => ({
    key,
    title: t(`colleagues.load.${key}`),
    right: true,
    render: (load) => <WorkLink search={{ ...search, owner: load.staff.id }} count={count(load)} />,
  });
  const list: Column<Load> = {
    key: 'list',
    title: '',
    render: ({ staff }) => (
      <Button
        size="small"
        aria-label={`${t('documents.kinds.handOverList')}: ${staff.displayName}`}
        onClick={() => setHandsOver(staff)}
      >
        {t('documents.kinds.handOverList')}…
      </Button>
    ),
  };
  return (
    <>
      <DataTable
        caption={t('colleagues.load.title')}
        rows={rows}
        rowKey={({ staff }) => staff.id}
        columns={[
          { key: 'name', title: t('colleagues.load.name'), render: (load) => <Name {...load} /> },
          number('open', ({ open }) => open, { tab: 'all' }),
          number('dueThisWeek', ({ dueThisWeek }) => dueThisWeek, { tab: 'all', dueThisWeek: true }),
          number('overdue', ({ overdue }) => overdue, { tab: 'all', overdue: true }),
          number('held', ({ held }) => held, { tab: 'all', held: true }),
          number('stewarded', ({ stewarded }) => stewarded, { tab: 'stewarded' }),
          number('tasks', ({ tasks }) => tasks.open, { tab: 'tasks' }),
          number('tasksOverdue', ({ tasks }) => tasks.overdue, { tab: 'tasks', overdue: true }),
          ...(may('makeDocument') ? [list] : []),
        ]}
      />
      {handsOver && <HandOverListDialog of={handsOver} onClose={() => setHandsOver(undefined)} />}
    </>
  );
}

type Figure = 'open' | 'dueThisWeek' | 'overdue' | 'held' | 'stewarded' | 'tasks' | 'tasksOverdue';

function Name({ staff, roles, active }: Load) {
  const { t } = useTranslation();
  const away = useAway();
  return (
    <>
      {staff.displayName} {away.has(staff.id) && <span className="badge">{t('colleagues.load.away')}</span>}
      {!active && <span className="badge warn">{t('colleagues.load.left')}</span>}
      <div className="soft small">{roles.map((role) => t(`roles.${role}`)).join(' · ')}</div>
    </>
  );
}
