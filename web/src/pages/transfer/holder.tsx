import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../../api/queries.ts';
import type { Progress } from '../../api/types.ts';
import { Flags } from '../../components/flags.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { dayOf, formatDayShort } from '../../format/day.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { openStepOf } from './procedure-line.ts';

/** Who has the baton, in one sentence. */
export function Holder({ progress }: { readonly progress: Progress }) {
  const { t, i18n } = useTranslation();
  const words = useProcedureWords();
  const today = useOfficeDate();
  const { holder, deputy, procedure, steps, next, closedAt, closing } = progress;
  const open = openStepOf(steps);
  const day = (on: string): string => formatDayShort(on, i18n.language, today);
  if (closedAt !== null && closing) {
    return (
      <div className={`holder ${closing === 'completed' ? 'good' : ''}`}>
        <p className="sentence">
          {t('transfer.holder.closed', { closing: t(`closings.${closing}`), day: day(dayOf(closedAt)) })}
        </p>
      </div>
    );
  }
  if (!holder) return null;
  const since = day(dayOf(holder.since));
  const name = holder.staff.displayName;
  return (
    <div className={`holder ${open?.overdueAt ? 'late' : ''}`} aria-live="polite">
      <p className="sentence">
        {holder.as === 'stepOwner' && open
          ? t('transfer.holder.stepOwner', { name, since, due: day(open.dueOn) })
          : t('transfer.holder.steward', { name, since })}
      </p>
      <p className="row soft">
        {open && (
          <span>
            {t('transfer.holder.now', { step: words.step(open.step, procedure) })} ·{' '}
            {t('transfer.holder.attempt', { count: open.attempt })}
          </span>
        )}
        {!open && next && <span>{t('transfer.holder.next', { step: words.step(next, procedure) })}</span>}
        {open && (
          <Flags overdue={open.overdueAt !== null} held={open.heldSince !== null} escalations={open.escalations} />
        )}
      </p>
      {deputy && <p className="soft">{t('transfer.holder.deputy', { name: deputy.displayName })}</p>}
      {open?.heldSince != null && (
        <p className="soft">
          {open.holdReason !== null && <ReasonText code={open.holdReason} />}{' '}
          {t('transfer.holder.held', {
            since: day(dayOf(open.heldSince)),
            review: open.holdReviewOn === null ? '–' : day(open.holdReviewOn),
          })}
        </p>
      )}
    </div>
  );
}
