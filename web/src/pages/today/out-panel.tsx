import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import type { AsOfSearch } from '../../figures-params.ts';
import { Panel } from '../../components/panel.tsx';
import { CaseLink } from './case-link.tsx';
import { BelatedFactsLink } from './belated-facts-link.tsx';
import { Provisional } from './provisional.tsx';
import { percent } from './rate-card.tsx';
import { completionQuery } from './use-cohort.ts';

interface OutPanelProps {
  readonly month: string;
  readonly everyMs: number;
  readonly asOf?: AsOfSearch;
  /** The same month a year earlier. */
  readonly before?: Schemas['Completion'] | undefined;
}

/** Transfers-out that were due in the month; absent where there were none. */
export function OutPanel({ month, everyMs, asOf = {}, before }: OutPanelProps) {
  const { t } = useTranslation();
  const { data } = useQuery(completionQuery('out', month, everyMs, asOf));
  const periods = data?.periods;
  if (!periods || periods.due === 0) return null;
  const of = { completion: data, periods };
  const earlier = before?.periods && { completion: before, periods: before.periods };
  return (
    <Panel title={t('today.out.title')} aside={<Provisional of={data} />}>
      <div className="stack tight">
        <dl className="facts-line">
          <Reading name="inPeriod" {...of} />
          <Reading name="second" {...of} />
          <div>
            <dt>{t('today.out.notInPeriod')}</dt>
            <dd>
              <CaseLink of={data} bucket="notInPeriod" count={periods.due - periods.inPeriod.numerator} />
            </dd>
          </div>
        </dl>
        {earlier && (
          <dl className="facts-line" aria-label={t('figures.yearBefore')}>
            <Reading name="inPeriod" {...earlier} isYearBefore />
            <Reading name="second" {...earlier} isYearBefore />
          </dl>
        )}
        <details className="other-reading">
          <summary>{t('today.out.others')}</summary>
          <dl className="facts-line">
            <Reading name="withinTwoLimits" {...of} />
            <Reading name="sameMonth" {...of} />
          </dl>
          <p className="soft">{t('today.out.othersText')}</p>
        </details>
        {data.to < data.asOf && <BelatedFactsLink of={data} />}
      </div>
    </Panel>
  );
}

interface ReadingProps {
  readonly name: 'inPeriod' | 'second' | 'withinTwoLimits' | 'sameMonth';
  readonly completion: Schemas['Completion'];
  readonly periods: Schemas['CompletionOut'];
  readonly isYearBefore?: boolean;
}

function Reading({ name, completion, periods, isYearBefore = false }: ReadingProps) {
  const { t } = useTranslation();
  const { rate, numerator, denominator } = periods[name];
  return (
    <div>
      <dt>
        {isYearBefore && <>{t('figures.yearBefore')} · </>}
        {t(`today.out.${name}`)}
      </dt>
      <dd>
        <strong>{percent(rate)}</strong> <CaseLink of={completion} bucket={name} count={numerator} />
        <span className="soft"> / </span>
        <CaseLink of={completion} bucket={name === 'sameMonth' ? 'received' : 'cohort'} count={denominator} />
      </dd>
    </div>
  );
}
