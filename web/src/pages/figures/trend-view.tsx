import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/loaded.tsx';
import type { FiguresSearch } from '../../figures-params.ts';
import { monthsQuery } from '../today/use-cohort.ts';
import { DirectionSwitch } from './direction-switch.tsx';
import { TrendIn } from './trend-in.tsx';
import { TrendOut } from './trend-out.tsx';
import type { ViewProps } from './view-props.ts';

interface TrendViewProps extends ViewProps {
  readonly last: string;
  readonly search: FiguresSearch;
}

/** How the rates go from cohort to cohort. */
export function TrendView({ last, everyMs, asOf, search }: TrendViewProps) {
  const direction = search.direction ?? 'in';
  const query = useQuery(monthsQuery(direction, last, everyMs, asOf));
  return (
    <>
      <DirectionSwitch search={search} />
      <Loaded query={query} lines={10}>
        {(completion) => {
          const of = { completion, groups: completion.groups ?? [] };
          return direction === 'in' ? <TrendIn {...of} /> : <TrendOut {...of} />;
        }}
      </Loaded>
    </>
  );
}
