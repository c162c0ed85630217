import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { BackToFigures } from '../../components/back-to-figures.tsx';
import { Page } from '../../components/page.tsx';
import type { SheetItemsSearch } from '../../figures-params.ts';
import { firstDay, monthOf } from '../../format/month.ts';
import { knownText } from '../../i18n/known-text.ts';
import { useProcedureWords, useStepOfAddress } from '../../procedures/use-procedure-words.ts';
import { ItemList } from './item-list.tsx';

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
  const { t } = useTranslation();
  const words = useProcedureWords();
  const stepWord = useStepOfAddress();
  const { to = officeDate, figure, step, withoutStep, direction } = search;
  const from = search.from ?? firstDay(monthOf(to));
  const asked = { ...search, from, to };
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/month-sheet/items',
    { params: { query: { ...asked, limit: 100 } } },
    BY_CURSOR,
  );
  const at = withoutStep ? t('figures.sheet.noStep') : step && stepWord(step);
  const name = at ? t('figures.sheet.atStep', { step: at }) : t(`figures.sheet.${figure}`, { days: 45 });
  const word = (what: string): string =>
    what === 'open' ? t('common.flags.noStep') : (knownText(`closings.${what}`) ?? words.step(what));
  return (
    <ItemList
      title={`${t(`directions.${direction}`)} · ${name}`}
      from={from}
      to={to}
      query={query}
      exported={{ what: 'listMonthSheetItems', query: asked }}
      word={word}
    />
  );
}
