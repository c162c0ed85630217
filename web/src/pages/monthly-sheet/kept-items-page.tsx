import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { firstDay } from '../../format/month.ts';
import { ItemList } from '../numbers/item-list.tsx';
import { useSheetWords } from '../numbers/use-sheet-words.ts';

const route = getRouteApi('/shell/monthly-sheets/$id/items');

/** Exactly what a number of a kept sheet counted when it was made, whatever became of it since. */
export function KeptItemsPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const search = route.useSearch();
  const sheet = api.useQuery('get', '/monthly-sheets/{id}', { params: { path: { id } } });
  const query = api.useInfiniteQuery(
    'get',
    '/monthly-sheets/{id}/items',
    { params: { path: { id }, query: { ...search, limit: 100 } } },
    BY_CURSOR,
  );
  const { title, word } = useSheetWords(search);
  return (
    <Page
      title={t('numbers.title')}
      aside={
        <Link to="/monthly-sheets/$id" params={{ id }} className="no-print">
          {t('archive.sheets.one')}
        </Link>
      }
    >
      <Loaded query={sheet} lines={8}>
        {({ month, asOf }) => (
          <ItemList
            title={title}
            from={firstDay(month)}
            to={asOf}
            query={query}
            exported={{ what: 'listMonthlySheetItems', query: { ...search, id } }}
            word={word}
          />
        )}
      </Loaded>
    </Page>
  );
}
