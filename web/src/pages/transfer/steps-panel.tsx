import { useTranslation } from 'react-i18next';
import type { StepView } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Flags } from '../../components/flags.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { DeadlineReceipt } from './deadline-receipt.tsx';
import { StepOwners } from './step-owners.tsx';

/** Every step that was opened, with its named owner and what became of its deadline. */
export function StepsPanel({ steps }: { readonly steps: readonly StepView[] }) {
  const { t } = useTranslation();
  const columns: Column<StepView>[] = [
    {
      key: 'step',
      title: t('common.columns.step'),
      render: ({ step, attempt }) => (
        <>
          {t(`steps.${step}`)}
          {attempt > 1 && <span className="soft small"> · {t('transfer.holder.attempt', { count: attempt })}</span>}
        </>
      ),
    },
    { key: 'owner', title: t('common.columns.owner'), render: (view) => <StepOwners view={view} /> },
    { key: 'opened', title: t('common.columns.opened'), render: ({ openedAt }) => <Day on={dayOf(openedAt)} /> },
    { key: 'due', title: t('common.columns.due'), render: (view) => <DeadlineReceipt view={view} /> },
    { key: 'outcome', title: t('common.columns.outcome'), render: (view) => <HowItWent view={view} /> },
  ];
  return (
    <Panel title={t('transfer.steps.title')}>
      {steps.length === 0 ? (
        <Empty>{t('transfer.steps.empty')}</Empty>
      ) : (
        <DataTable
          caption={t('transfer.steps.title')}
          columns={columns}
          rows={steps}
          rowKey={({ ordinal }) => String(ordinal)}
        />
      )}
    </Panel>
  );
}

function HowItWent({ view }: { readonly view: StepView }) {
  const { t } = useTranslation();
  return (
    <>
      {view.closedAt !== null && (
        <div>
          <Day on={dayOf(view.closedAt)} /> {view.outcome && <span>{t(`outcomes.${view.outcome}`)}</span>}
        </div>
      )}
      <div className="row">
        <Flags
          overdue={view.closedAt === null && view.overdueAt !== null}
          held={view.heldSince !== null}
          escalations={view.escalations}
        />
      </div>
    </>
  );
}
