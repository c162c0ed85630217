import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { CaseLink } from './case-link.tsx';
import { percent } from './rate-card.tsx';
import { completionQuery } from './use-cohort.ts';

interface OutPanelProps {
  readonly month: string;
  readonly everyMs: number;
}

const READINGS = ['inPeriod', 'second', 'sameMonth'] as const;

/** Transfers-out that were due in the month; absent where there were none. */
export function OutPanel({ month, everyMs }: OutPanelProps) {
  const { t } = useTranslation();
  const { data } = useQuery(completionQuery('out', month, everyMs));
  const periods = data?.periods;
  if (!periods || periods.due === 0) return null;
  return (
    <Panel title={t('today.out.title')}>
      <dl className="facts-line">
        {READINGS.map((reading) => (
          <div key={reading}>
            <dt>{t(`today.out.${reading}`)}</dt>
            <dd>
              <strong>{percent(periods[reading].rate)}</strong>{' '}
              <CaseLink of={data} bucket={reading} count={periods[reading].numerator} />
              <span className="soft"> / </span>
              <span className="number">{periods[reading].denominator}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('today.out.notInPeriod')}</dt>
          <dd>
            <CaseLink of={data} bucket="notInPeriod" count={periods.due - periods.inPeriod.numerator} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
