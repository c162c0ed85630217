import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useProcedures } from '../../api/queries.ts';
import type { ProcedureStep, Progress, TransferDetail } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { procedureOf, stepOf } from '../../procedures/lookup.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import type { ProcedureWords } from '../../procedures/words.ts';
import { procedureLine, type LineStep } from './procedure-line.ts';

interface LinePanelProps {
  readonly transfer: Pick<TransferDetail, 'procedure' | 'letterSender' | 'steward'>;
  readonly progress: Pick<Progress, 'procedure' | 'steps' | 'next' | 'closedAt'>;
}

/** The procedure from left to right, or from top to bottom on a narrow screen. */
export function LinePanel({ transfer, progress }: LinePanelProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const procedure = procedureOf(useProcedures(), progress.procedure);
  const line = procedureLine(procedure, progress);
  return (
    <Panel title={t('transfer.line.title')}>
      <ol className="line">
        {line.map((point) => (
          <li
            key={point.step}
            className={`${point.state} ${point.view?.overdueAt != null && point.state === 'current' ? 'late' : ''}`}
            aria-current={point.state === 'current' ? 'step' : undefined}
          >
            <span className="dot" aria-hidden="true" />
            <strong>{words.step(point.step, progress.procedure)}</strong>
            <span className="unseen">{t(`transfer.line.${point.state}`)}</span>
            <PointText t={t} words={words} point={point} rule={stepOf(procedure, point.step)} transfer={transfer} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface PointTextProps {
  readonly t: TFunction;
  readonly words: ProcedureWords;
  readonly point: LineStep;
  readonly rule: ProcedureStep | undefined;
  readonly transfer: LinePanelProps['transfer'];
}

function PointText({ t, words, point: { state, view }, rule, transfer }: PointTextProps) {
  if (state === 'skipped') return <span className="soft small">{t('transfer.line.skipped')}</span>;
  if (!view) return <span className="soft small">{plannedOwner(rule, transfer) ?? t('transfer.line.upcoming')}</span>;
  return (
    <>
      <span>{view.owner.displayName}</span>
      <span className="soft small">
        {view.closedAt === null ? (
          <>
            {t('common.columns.due')} <Day on={view.dueOn} />
          </>
        ) : (
          <>
            {view.outcome && words.outcome(view.outcome, transfer.procedure)} <Day on={dayOf(view.closedAt)} />
          </>
        )}
      </span>
    </>
  );
}

/** Named at acceptance already; the others are chosen when their step opens. */
function plannedOwner(rule: ProcedureStep | undefined, transfer: LinePanelProps['transfer']): string | undefined {
  if (rule?.owner === 'letterSender') return transfer.letterSender?.displayName;
  return rule?.owner === 'steward' ? transfer.steward.displayName : undefined;
}
