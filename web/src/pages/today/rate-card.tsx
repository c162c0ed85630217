import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseLink } from './case-link.tsx';
import { shownRate } from './shown-rate.ts';

interface RateCardProps {
  readonly attempt: '1' | '2' | '3';
  readonly completion: Schemas['Completion'];
  readonly attempts: Schemas['CompletionIn'];
  /** The same month a year earlier, as of a year earlier; undefined where nothing was accepted then. */
  readonly before?: Schemas['Completion'] | undefined;
}

/** One rate: as the office says it, exactly, with its numerator and denominator, and of the mature apart. */
export function RateCard({ attempt, completion, attempts, before }: RateCardProps) {
  const { t } = useTranslation();
  const { rates, closedWithin, cohort, mature } = attempts;
  const points = completion.yearBefore?.differenceInPoints[attempt];
  const shown = shownRate(attempts, attempt);
  return (
    <section className="rate-card" aria-label={t(`today.rates.attempt${attempt}`)}>
      <h3>{t(`today.rates.attempt${attempt}`)}</h3>
      <p className="rate number">
        {shown ?? '–'}
        {shown !== null && <small>%</small>}
      </p>
      <dl>
        <dt>{t('today.rates.ofAll')}</dt>
        <dd>
          <CaseLink of={completion} bucket={`closedWithin${attempt}`} count={closedWithin[attempt]} />
          <span className="soft"> / </span>
          <CaseLink of={completion} bucket="cohort" count={cohort} />
        </dd>
        <dd className="number">{percent(rates[attempt])}</dd>
        <dt title={t('today.rates.matureWhy')}>{t('today.rates.ofMature')}</dt>
        <dd>
          <CaseLink of={completion} bucket={`mature${attempt}`} count={mature.denominators[attempt]} />
        </dd>
        <dd className="number">{percent(mature.rates[attempt])}</dd>
        {before?.attempts && <YearBefore attempt={attempt} completion={before} attempts={before.attempts} />}
      </dl>
      {points != null && <p className="soft small">{t('today.rates.yearBefore', { points })}</p>}
    </section>
  );
}

function YearBefore({ attempt, completion, attempts }: RateCardProps) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('figures.yearBefore')}</dt>
      <dd>
        <CaseLink of={completion} bucket={`closedWithin${attempt}`} count={attempts.closedWithin[attempt]} />
        <span className="soft"> / </span>
        <CaseLink of={completion} bucket="cohort" count={attempts.cohort} />
      </dd>
      <dd className="number">{percent(attempts.rates[attempt])}</dd>
    </>
  );
}

export const percent = (rate: string | null): string => (rate === null ? '–' : `${rate} %`);
