import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../api/types.ts';
import { Day, Due } from '../../components/time.tsx';
import { dayOf, formatDay } from '../../format/day.ts';
import { skippedSpans } from './skipped-spans.ts';

/** A due day that explains itself, at the touch of mouse or keyboard. */
export function DeadlineReceipt({ view }: { readonly view: StepView }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Popover title={t('transfer.steps.why')} content={<Receipt view={view} />} trigger={['hover', 'focus', 'click']}>
        <button type="button" className="receipt">
          <Due on={view.dueOn} provisional={view.provisional} late={isLate(view)} quiet={view.closedAt !== null} />
        </button>
      </Popover>
      {view.remindedAt !== null && (
        <div className="soft small">
          {t('transfer.steps.reminded', { day: formatDay(dayOf(view.remindedAt), i18n.language) })}
        </div>
      )}
    </>
  );
}

const LIMITS = ['accept', 'courier', 'counterpart', 'match', 'own', 'resend', 'tellPerson', 'task'] as const;

const isLate = ({ closedAt, overdueAt }: StepView): boolean => closedAt === null && overdueAt !== null;

function Receipt({ view: { dueExplained: why, provisional } }: { readonly view: StepView }) {
  const { t, i18n } = useTranslation();
  const limit = LIMITS.find((name) => name === why.limit);
  return (
    <div className="receipt-text">
      <p>
        {t('transfer.steps.explained', {
          count: why.workingDays + why.heldWorkingDays,
          start: formatDay(why.startedOn, i18n.language),
        })}
      </p>
      <p className="soft">
        {t('transfer.steps.limit')}: {limit ? t(`limits.${limit}`) : why.limit}
      </p>
      {why.heldWorkingDays > 0 && <p>{t('transfer.steps.held', { count: why.heldWorkingDays })}</p>}
      {why.skipped.length > 0 && (
        <>
          <h3>{t('transfer.steps.skipped')}</h3>
          <ul className="plain small">
            {skippedSpans(why.skipped).map(({ from, to, why: reason }) => (
              <li key={from}>
                <Day on={from} />
                {to !== from && (
                  <>
                    {' – '}
                    <Day on={to} />
                  </>
                )}{' '}
                {t(reason === 'holiday' ? 'skippedDays.holiday' : 'skippedDays.weekend')}
              </li>
            ))}
          </ul>
        </>
      )}
      {provisional && <p className="soft small">{t('common.provisionalWhy')}</p>}
      <p className="soft small">{t('transfer.steps.rule', { version: why.ruleVersion })}</p>
    </div>
  );
}
