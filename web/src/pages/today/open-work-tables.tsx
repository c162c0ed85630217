import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Empty } from '../../components/panel.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { WorkLink } from '../../components/work-link.tsx';

interface TableProps {
  readonly work: Schemas['OpenWork'];
}

export function OpenByStep({ work }: TableProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const columns: Column<TableProps['work']['bySteps'][number]>[] = [
    { key: 'step', title: t('common.columns.step'), render: (row) => words.step(row.step) },
    {
      key: 'open',
      title: t('today.work.open'),
      right: true,
      render: ({ step, open }) => <WorkLink search={{ tab: 'all', step }} count={open} />,
    },
    {
      key: 'overdue',
      title: t('today.work.overdue'),
      right: true,
      render: ({ step, overdue }) => <WorkLink search={{ tab: 'all', step, overdue: true }} count={overdue} />,
    },
    {
      key: 'held',
      title: t('today.work.held'),
      right: true,
      render: ({ step, held }) => <WorkLink search={{ tab: 'all', step, held: true }} count={held} />,
    },
  ];
  return (
    <section>
      <h3>{t('today.work.bySteps')}</h3>
      <DataTable caption={t('today.work.bySteps')} columns={columns} rows={work.bySteps} rowKey={({ step }) => step} />
      {work.withoutStep > 0 && (
        <p className="soft">
          {t('today.work.withoutStep')} <WorkLink search={{ tab: 'all', withoutStep: true }} count={work.withoutStep} />
        </p>
      )}
    </section>
  );
}

export function OpenByOwner({ work }: TableProps) {
  const { t } = useTranslation();
  const columns: Column<TableProps['work']['byOwners'][number]>[] = [
    { key: 'owner', title: t('common.columns.owner'), render: ({ owner }) => owner.displayName },
    {
      key: 'open',
      title: t('today.work.open'),
      right: true,
      render: ({ owner, open }) => <WorkLink search={{ tab: 'all', owner: owner.id }} count={open} />,
    },
    {
      key: 'overdue',
      title: t('today.work.overdue'),
      right: true,
      render: ({ owner, overdue }) => (
        <WorkLink search={{ tab: 'all', owner: owner.id, overdue: true }} count={overdue} />
      ),
    },
  ];
  return (
    <section>
      <h3>{t('today.work.byOwners')}</h3>
      {work.byOwners.length === 0 ? (
        <Empty>{t('today.work.nobody')}</Empty>
      ) : (
        <DataTable
          caption={t('today.work.byOwners')}
          columns={columns}
          rows={work.byOwners}
          rowKey={({ owner }) => owner.id}
        />
      )}
    </section>
  );
}
