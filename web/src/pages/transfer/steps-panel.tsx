import { useTranslation } from 'react-i18next';
import type { Progress, StepView } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Flags } from '../../components/flags.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { DeadlineReceipt } from './deadline-receipt.tsx';
import { StepOwners } from './step-owners.tsx';

/** Every step that was opened, with its named owner and what became of its deadline. */
export function StepsPanel({ progress: { procedure, steps } }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const columns: Column<StepView>[] = [
    {
      key: 'step',
      title: t('common.columns.step'),
      render: ({ step, attempt }) => (
        <>
          {words.step(step, procedure)}
          {attempt > 1 && <span className="soft small"> · {t('transfer.holder.attempt', { count: attempt })}</span>}
        </>
      ),
    },
    { key: 'owner', title: t('common.columns.owner'), render: (view) => <StepOwners view={view} /> },
    { key: 'opened', title: t('common.columns.opened'), render: ({ openedAt }) => <Day on={dayOf(openedAt)} /> },
    { key: 'due', title: t('common.columns.due'), render: (view) => <DeadlineReceipt view={view} /> },
    {
      key: 'outcome',
      title: t('common.columns.outcome'),
      render: (view) => <HowItWent view={view} procedure={procedure} />,
    },
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

interface HowItWentProps {
  readonly view: StepView;
  readonly procedure: string;
}

function HowItWent({ view, procedure }: HowItWentProps) {
  const words = useProcedureWords();
  return (
    <>
      {view.closedAt !== null && (
        <div>
          <Day on={dayOf(view.closedAt)} /> {view.outcome && <span>{words.outcome(view.outcome, procedure)}</span>}
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
