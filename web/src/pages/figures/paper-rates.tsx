import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { CaseLink } from '../today/case-link.tsx';
import { percent } from '../today/rate-card.tsx';
import { completionQuery } from '../today/use-cohort.ts';
import { CountOfRate } from './count-of-rate.tsx';
import { useYearBefore } from './rates-view.tsx';
import type { ViewProps } from './view-props.ts';

type Completion = Schemas['Completion'];

/** Both directions side by side, each with the year before. */
export function PaperRates(of: ViewProps) {
  const { t } = useTranslation();
  const { month, everyMs, asOf } = of;
  const [into, out] = [
    useQuery(completionQuery('in', month, everyMs, asOf)),
    useQuery(completionQuery('out', month, everyMs, asOf)),
  ];
  const [beforeIn, beforeOut] = [useYearBefore('in', of), useYearBefore('out', of)];
  return (
    <div className="two-columns">
      <section>
        <h3>{t('figures.ratesIn')}</h3>
        <Loaded query={into}>{(completion) => <Rows of={completion} before={beforeIn} />}</Loaded>
      </section>
      <section>
        <h3>{t('today.out.title')}</h3>
        <Loaded query={out}>{(completion) => <Rows of={completion} before={beforeOut} />}</Loaded>
      </section>
    </div>
  );
}

interface Line {
  readonly bucket:
    'closedWithin1' | 'closedWithin2' | 'closedWithin3' | 'inPeriod' | 'second' | 'stillOpen' | 'notInPeriod';
  readonly label: string;
  readonly count: number;
  readonly of: number;
  readonly rate: string | null;
}

function Rows({ of, before }: { readonly of: Completion; readonly before: Completion | undefined }) {
  const { t } = useTranslation();
  const earlier = new Map((before ? linesOf(before, t) : []).map((line) => [line.bucket, line]));
  return (
    <DataTable
      caption={t(of.direction === 'in' ? 'figures.ratesIn' : 'today.out.title')}
      rows={linesOf(of, t)}
      rowKey={({ bucket }) => bucket}
      columns={[
        { key: 'label', title: t('common.columns.what'), render: ({ label }) => label },
        {
          key: 'count',
          title: t('figures.cases'),
          right: true,
          render: ({ bucket, count, of: whole }) => (
            <span className="nowrap fraction">
              <CaseLink of={of} bucket={bucket} count={count} />
              <span className="soft"> / </span>
              <CaseLink of={of} bucket="cohort" count={whole} />
            </span>
          ),
        },
        { key: 'rate', title: t('figures.rate'), right: true, render: ({ rate }) => percent(rate) },
        {
          key: 'before',
          title: t('figures.yearBefore'),
          right: true,
          render: ({ bucket }) => {
            const line = earlier.get(bucket);
            if (!before || !line) return '–';
            // How many are open is of nothing a rate.
            const count = { of: before, bucket, count: line.count };
            return line.rate === null ? <CaseLink {...count} /> : <CountOfRate {...count} rate={line.rate} />;
          },
        },
      ]}
    />
  );
}

function linesOf({ attempts, periods }: Completion, t: TFunction): Line[] {
  if (attempts) {
    const { cohort, closedWithin, rates, stillOpen } = attempts;
    return [
      ...(['1', '2', '3'] as const).map((attempt) => ({
        bucket: `closedWithin${attempt}` as const,
        label: t(`today.rates.attempt${attempt}`),
        count: closedWithin[attempt],
        of: cohort,
        rate: rates[attempt],
      })),
      { bucket: 'stillOpen', label: t('figures.stillOpen'), count: stillOpen, of: cohort, rate: null },
    ];
  }
  if (!periods) return [];
  const { due, inPeriod } = periods;
  return [
    ...(['inPeriod', 'second'] as const).map((name) => ({
      bucket: name,
      label: t(`today.out.${name}`),
      count: periods[name].numerator,
      of: periods[name].denominator,
      rate: periods[name].rate,
    })),
    { bucket: 'notInPeriod', label: t('today.out.notInPeriod'), count: due - inPeriod.numerator, of: due, rate: null },
  ];
}
