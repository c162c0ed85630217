import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';

const route = getRouteApi('/shell/figures');

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
