import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { formatDay, formatMonth } from '../../format/day.ts';
import { CaseLink } from './case-link.tsx';
import { BelatedFactsLink } from './belated-facts-link.tsx';
import { CohortBar } from './cohort-bar.tsx';
import { Provisional } from './provisional.tsx';
import { OtherReading } from './other-reading.tsx';
import { RateCard } from './rate-card.tsx';
import type { useCohort } from './use-cohort.ts';

const ATTEMPTS = ['1', '2', '3'] as const;

interface RatesPanelProps {
  readonly cohort: ReturnType<typeof useCohort>;
  readonly monthSwitch: ReactNode;
  readonly before?: Schemas['Completion'] | undefined;
}

export function RatesPanel({ cohort: { month, current, query, found }, monthSwitch, before }: RatesPanelProps) {
  const { t, i18n } = useTranslation();
  const shown = formatMonth(month, i18n.language);
  return (
    <Panel title={t('today.rates.title')} aside={monthSwitch}>
      {found && query.isSuccess && (
        <p className="soft small">
          {found.isMature ? t('figures.newestMature', { month: shown }) : t('figures.noneMature', { month: shown })}
        </p>
      )}
      <Loaded query={{ ...query, error: query.error && toProblem(query.error) }} lines={13}>
        {(completion) =>
          completion.attempts && completion.attempts.accepted > 0 ? (
            <div className="stack tight">
              <Rates completion={completion} attempts={completion.attempts} before={before} />
              {month < current && <BelatedFactsLink of={completion} />}
            </div>
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
  readonly before?: Schemas['Completion'] | undefined;
}

function Rates({ completion, attempts, before }: RatesProps) {
  const { t, i18n } = useTranslation();
  const { notClosed, stillOpen } = attempts;
  return (
    <div className="stack">
      <div className="rate-cards">
        {ATTEMPTS.map((attempt) => (
          <RateCard key={attempt} attempt={attempt} completion={completion} attempts={attempts} before={before} />
        ))}
      </div>
      {attempts.cohort > 0 && <CohortBar completion={completion} attempts={attempts} />}
      <dl className="facts-line">
        <div>
          <dt>{t('today.rates.pending')}</dt>
          <dd>
            <CaseLink of={completion} bucket="notClosed" count={notClosed} />{' '}
            <span className="soft">
              ({t('today.rates.stillOpen')} <CaseLink of={completion} bucket="stillOpen" count={stillOpen} />)
            </span>
          </dd>
        </div>
        <Accepted completion={completion} attempts={attempts} />
      </dl>
      <OtherReading completion={completion} attempts={attempts} />
      <p className="soft small">
        {t('today.rates.asOf', { day: formatDay(completion.asOf, i18n.language) })} ·{' '}
        {t('today.rates.rule', { version: completion.rule.version })} · {t('today.rates.matureWhy')}
        <Provisional of={completion} />
      </p>
    </div>
  );
}

const LEFT = ['refused', 'duplicate', 'withdrawnBeforeFirstLetter'] as const;

/** What was accepted is what is counted and what left before its first letter: said, so that whoever adds up gets the volume. */
function Accepted({ completion, attempts }: RatesProps) {
  const { t } = useTranslation();
  const { accepted, furtherLegs, cohort, excluded, excludedReasons } = attempts;
  const reasons = (why: (typeof LEFT)[number]): string =>
    excludedReasons
      .filter((one) => one.why === why && one.reasonCode !== '')
      .map(({ reasonCode, count }) => `${reasonCode} × ${String(count)}`)
      .join(', ');
  return (
    <div>
      <dt>{t('today.rates.acceptedTitle')}</dt>
      <dd>
        <CaseLink of={completion} bucket="accepted" count={accepted} />
        <span className="soft"> = {t('today.rates.counted')} </span>
        <CaseLink of={completion} bucket="cohort" count={cohort} />
        {LEFT.filter((why) => excluded[why] > 0).map((why) => (
          <span key={why} title={reasons(why)}>
            <span className="soft"> + {t(`today.rates.left.${why}`)} </span>
            <CaseLink of={completion} bucket={why} count={excluded[why]} />
          </span>
        ))}
        {furtherLegs > 0 && <span className="soft"> {t('today.rates.furtherLegs', { count: furtherLegs })}</span>}
      </dd>
    </div>
  );
}
