import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Progress, TransferDetail } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { procedureLine, type LineStep } from './procedure-line.ts';
import { stepRule } from '../../../../domain/procedures/index.ts';

interface LinePanelProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
}

/** The procedure from left to right, or from top to bottom on a narrow screen. */
export function LinePanel({ transfer, progress }: LinePanelProps) {
  const { t } = useTranslation();
  const line = procedureLine(progress);
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
            <strong>{t(`steps.${point.step}`)}</strong>
            <span className="unseen">{t(`transfer.line.${point.state}`)}</span>
            <PointText t={t} point={point} transfer={transfer} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface PointTextProps {
  readonly t: TFunction;
  readonly point: LineStep;
  readonly transfer: TransferDetail;
}

function PointText({ t, point: { state, step, view }, transfer }: PointTextProps) {
  if (state === 'skipped') return <span className="soft small">{t('transfer.line.skipped')}</span>;
  if (!view) return <span className="soft small">{plannedOwner(step, transfer) ?? t('transfer.line.upcoming')}</span>;
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
            {view.outcome && t(`outcomes.${view.outcome}`)} <Day on={dayOf(view.closedAt)} />
          </>
        )}
      </span>
    </>
  );
}

/** Named at acceptance already; the others are chosen when their step opens. */
function plannedOwner(step: LineStep['step'], { letterSender, steward }: TransferDetail): string | undefined {
  const { owner } = stepRule(step);
  return owner === 'letterSender' ? letterSender?.displayName : owner === 'steward' ? steward.displayName : undefined;
}
