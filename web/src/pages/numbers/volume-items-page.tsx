import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { BackToToday } from '../../components/back-to-today.tsx';
import { Page } from '../../components/page.tsx';
import { knownText } from '../../i18n/known-text.ts';
import type { VolumeItemsSearch } from '../../search-params.ts';
import { ItemList } from './item-list.tsx';

const route = getRouteApi('/shell/volume');

/** What its source calls it: a fact, a direction, a closing, or the state of a letter or notice. */
const WORDS = ['events', 'directions', 'closings', 'letterStates', 'noticeStates'];
const word = (what: string): string =>
  WORDS.map((of) => knownText(`${of}.${what}`)).find((text) => text !== undefined) ?? what;

/** Exactly what a number of the volume counts or sums. */
export function VolumeItemsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  return (
    <Page title={t('numbers.title')} aside={<BackToToday day={search.from ?? search.to} />}>
      {officeDate !== undefined && <Items {...search} to={search.to ?? officeDate} />}
    </Page>
  );
}

function Items({ figure, from, to }: VolumeItemsSearch & { readonly to: string }) {
  const { t } = useTranslation();
  const asked = { figure, to, ...(from !== undefined && { from }) };
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/volume/items',
    { params: { query: { ...asked, limit: 100 } } },
    BY_CURSOR,
  );
  return (
    <ItemList
      title={t(`today.volume.${figure}`)}
      from={from}
      to={to}
      query={query}
      exported={{ what: 'listVolumeItems', query: asked }}
      word={word}
    />
  );
}
