import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addMonths, lastDay } from '../../format/month.ts';
import { OutPanel } from '../today/out-panel.tsx';
import { RatesPanel } from '../today/rates-panel.tsx';
import { completionQuery, type useCohort } from '../today/use-cohort.ts';
import type { ViewProps } from './view-props.ts';
import { Waterfall } from './waterfall.tsx';

interface RatesViewProps extends ViewProps {
  readonly cohort: ReturnType<typeof useCohort>;
  readonly monthSwitch: ReactNode;
}

/** How well: the rates of a cohort, beside those of the same month a year before. */
export function RatesView({ month, officeDate, everyMs, asOf, cohort, monthSwitch }: RatesViewProps) {
  const earlier = { month, officeDate, everyMs, asOf };
  const [beforeIn, beforeOut] = [useYearBefore('in', earlier), useYearBefore('out', earlier)];
  const { data } = cohort.query;
  return (
    <>
      <RatesPanel cohort={cohort} monthSwitch={monthSwitch} before={beforeIn} />
      {data?.attempts && data.attempts.accepted > 0 && <Waterfall completion={data} attempts={data.attempts} />}
      <OutPanel month={month} everyMs={everyMs} asOf={asOf} before={beforeOut} />
    </>
  );
}

/** The cohort twelve months before as it stood a year before; undefined where there was none. */
export function useYearBefore(direction: 'in' | 'out', { month, officeDate, everyMs, asOf }: ViewProps) {
  const day = yearEarlier(asOf.asOf ?? officeDate);
  const { data } = useQuery(completionQuery(direction, addMonths(month, -12), 10 * everyMs, { ...asOf, asOf: day }));
  const size = direction === 'in' ? data?.attempts?.accepted : data?.periods?.due;
  return size !== undefined && size > 0 ? data : undefined;
}

/** Of 29 February the last day of that month. */
function yearEarlier(day: string): string {
  const month = addMonths(day.slice(0, 7), -12);
  const same = month + day.slice(7);
  const last = lastDay(month);
  return same < last ? same : last;
}
