import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import type { FiguresSearch } from '../../figures-params.ts';
import { monthsQuery } from '../today/use-cohort.ts';
import { DirectionSwitch } from './direction-switch.tsx';
import { TrendIn } from './trend-in.tsx';
import { TrendOut } from './trend-out.tsx';
import type { ViewProps } from './view-props.ts';

const route = getRouteApi('/shell/figures');

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

export interface TrendProps {
  readonly completion: Schemas['Completion'];
  readonly groups: readonly Schemas['CompletionGroup'][];
}

/** A month that opens its rates. */
export function MonthLink({ month, name }: { readonly month: string; readonly name: string }) {
  const { t } = useTranslation();
  const { view: _, ...search } = route.useSearch();
  return (
    <Link to="/figures" search={{ ...search, month }} className="nowrap" title={t('figures.views.rates')}>
      {name}
    </Link>
  );
}
