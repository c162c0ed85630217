import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { BackToFigures } from '../../components/back-to-figures.tsx';
import { Page } from '../../components/page.tsx';
import type { SheetItemsSearch } from '../../figures-params.ts';
import { firstDay, monthOf } from '../../format/month.ts';
import { ItemList } from './item-list.tsx';
import { useSheetWords } from './use-sheet-words.ts';

const route = getRouteApi('/shell/month-sheet');

/** Exactly what a number of the monthly sheet counts or sums. */
export function SheetItemsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  return (
    <Page title={t('numbers.title')} aside={<BackToFigures view="sheet" day={search.to} />}>
      {officeDate !== undefined && <Items search={search} officeDate={officeDate} />}
    </Page>
  );
}

/** A shortened address means the office's month. */
function Items({ search, officeDate }: { readonly search: SheetItemsSearch; readonly officeDate: string }) {
  const { to = officeDate } = search;
  const from = search.from ?? firstDay(monthOf(to));
  const asked = { ...search, from, to };
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/month-sheet/items',
    { params: { query: { ...asked, limit: 100 } } },
    BY_CURSOR,
  );
  const { title, word } = useSheetWords(search);
  return (
    <ItemList
      title={title}
      from={from}
      to={to}
      query={query}
      exported={{ what: 'listMonthSheetItems', query: asked }}
      word={word}
    />
  );
}
