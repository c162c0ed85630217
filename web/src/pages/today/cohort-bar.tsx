import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseLink } from './case-link.tsx';

interface CohortBarProps {
  readonly completion: Schemas['Completion'];
  readonly attempts: Schemas['CompletionIn'];
}

/** The whole cohort as one bar: where each of its cases stands. The legend carries the numbers. */
export function CohortBar({ completion, attempts }: CohortBarProps) {
  const { t } = useTranslation();
  const { closedAt, closedLater, notClosed, cohort } = attempts;
  const parts = [
    { bucket: 'closedAt1', count: closedAt['1'], label: t('today.rates.exactly1') },
    { bucket: 'closedAt2', count: closedAt['2'], label: t('today.rates.exactly2') },
    { bucket: 'closedAt3', count: closedAt['3'], label: t('today.rates.exactly3') },
    { bucket: 'closedLater', count: closedLater, label: t('today.rates.later') },
    { bucket: 'notClosed', count: notClosed, label: t('today.rates.notClosed') },
  ] as const;
  return (
    <figure className="cohort" aria-label={t('today.rates.bar')}>
      <div className="bar" aria-hidden="true">
        {parts.map(({ bucket, count }) => (
          <span key={bucket} className={bucket} style={{ width: `${String((100 * count) / cohort)}%` }} />
        ))}
      </div>
      <figcaption>
        {parts.map(({ bucket, count, label }) => (
          <span key={bucket} className={`key ${bucket}`}>
            {label} <CaseLink of={completion} bucket={bucket} count={count} />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
