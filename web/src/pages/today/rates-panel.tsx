import { useTranslation } from 'react-i18next';
import { toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { formatDay, formatMonth } from '../../format/day.ts';
import { CaseLink } from './case-link.tsx';
import { CohortBar } from './cohort-bar.tsx';
import { MonthSwitch } from './month-switch.tsx';
import { OtherReading } from './other-reading.tsx';
import { RateCard } from './rate-card.tsx';
import type { useCohort } from './use-cohort.ts';

const ATTEMPTS = ['1', '2', '3'] as const;

export function RatesPanel({ month, current, query, fellBack }: ReturnType<typeof useCohort>) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t('today.rates.title')} aside={<MonthSwitch month={month} current={current} />}>
      {fellBack && query.isSuccess && (
        <p className="soft small">
          {t('today.rates.fellBack', {
            asked: formatMonth(current, i18n.language),
            shown: formatMonth(month, i18n.language),
          })}
        </p>
      )}
      <Loaded query={{ ...query, error: query.error && toProblem(query.error) }} lines={5}>
        {(completion) =>
          completion.attempts && completion.attempts.cohort > 0 ? (
            <Rates completion={completion} attempts={completion.attempts} />
          ) : (
            <Empty>{t('today.rates.empty')}</Empty>
          )
        }
      </Loaded>
    </Panel>
  );
}

interface RatesProps {
  readonly completion: Schemas['Completion'];
  readonly attempts: Schemas['CompletionIn'];
}

function Rates({ completion, attempts }: RatesProps) {
  const { t, i18n } = useTranslation();
  const { excluded, notClosed, stillOpen } = attempts;
  return (
    <div className="stack">
      <div className="rate-cards">
        {ATTEMPTS.map((attempt) => (
          <RateCard key={attempt} attempt={attempt} completion={completion} attempts={attempts} />
        ))}
      </div>
      <CohortBar completion={completion} attempts={attempts} />
      <dl className="facts-line">
        <div>
          <dt>{t('today.rates.pending')}</dt>
          <dd>
            <CaseLink of={completion} bucket="notClosed" count={notClosed} />{' '}
            <span className="soft">
              ({t('today.rates.stillOpen')} {stillOpen})
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('today.rates.excludedTitle')}</dt>
          <dd className="soft">
            {t('today.rates.refused')} {excluded.refused} · {t('today.rates.duplicate')} {excluded.duplicate} ·{' '}
            {t('today.rates.withdrawn')} {excluded.withdrawnBeforeFirstLetter}
          </dd>
        </div>
      </dl>
      <OtherReading attempts={attempts} />
      <p className="soft small">
        {t('today.rates.asOf', { day: formatDay(completion.asOf, i18n.language) })} ·{' '}
        {t('today.rates.rule', { version: completion.rule.version })} · {t('today.rates.matureWhy')}
      </p>
    </div>
  );
}
