import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { BackToFigures } from '../../components/back-to-figures.tsx';
import { Page } from '../../components/page.tsx';
import type { StepTimesSearch } from '../../figures-params.ts';
import { firstDay, monthOf } from '../../format/month.ts';
import { useStepOfAddress } from '../../procedures/use-procedure-words.ts';
import { ItemList } from './item-list.tsx';

const route = getRouteApi('/shell/step-times');

/** Exactly the steps, or the completed transfers, that a number of the step times counts, each with its working days. */
export function StepTimesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  return (
    <Page title={t('numbers.title')} aside={<BackToFigures view="times" day={search.to} />}>
      {officeDate !== undefined && <Items search={search} officeDate={officeDate} />}
    </Page>
  );
}

/** A shortened address means the office's month. */
function Items({ search, officeDate }: { readonly search: StepTimesSearch; readonly officeDate: string }) {
  const { t } = useTranslation();
  const stepWord = useStepOfAddress();
  const { to = officeDate, party, step, inTime } = search;
  const from = search.from ?? firstDay(monthOf(to));
  const asked = { ...search, from, to };
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/steps/items',
    { params: { query: { ...asked, limit: 100 } } },
    BY_CURSOR,
  );
  const of = step === undefined ? t(inTime ? 'figures.inTime' : 'figures.completed') : stepWord(step);
  return (
    <ItemList
      title={`${t(`parties.${party}`)} · ${of}`}
      from={from}
      to={to}
      query={query}
      exported={{ what: 'listStepTimeItems', query: asked }}
      whatTitle={t('figures.workingDays')}
      word={(days) => days}
    />
  );
}
