import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { BackToToday } from '../../components/back-to-today.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { formatDay } from '../../format/day.ts';
import { firstDay, lastDay, monthOf } from '../../format/month.ts';
import type { BelatedFactsSearch } from '../../search-params.ts';
import { BelatedFactsTable } from './belated-facts-table.tsx';
import { MovedFigures } from './moved-figures.tsx';

const route = getRouteApi('/shell/belated-facts');

/** What was learnt after a day and changed what its figures say: nothing else does. */
export function BelatedFactsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  return (
    <Page title={t('belatedFacts.title')} aside={<BackToToday day={search.from} />}>
      {officeDate !== undefined && <BelatedFacts {...complete(search, officeDate)} />}
    </Page>
  );
}

type Question = Omit<BelatedFactsSearch, 'knownAt'>;

/** A shortened address means the office's month, as of its end or of today. */
function complete({ knownAt: _, ...search }: BelatedFactsSearch, officeDate: string): Required<Question> {
  const month = monthOf(search.from ?? officeDate);
  const to = search.to ?? lastDay(month);
  return { from: firstDay(month), asOf: to < officeDate ? to : officeDate, ...search, to };
}

function BelatedFacts(question: Required<Question>) {
  const { t, i18n } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/completion/belated-facts',
    { params: { query: { ...question, limit: 100 } } },
    BY_CURSOR,
  );
  const day = (on: string): string => formatDay(on, i18n.language);
  return (
    <Panel
      title={t('belatedFacts.since', { day: day(question.asOf) })}
      aside={
        <>
          <span className="soft">
            {t(question.direction === 'in' ? 'cases.period' : 'cases.periodOut', {
              from: day(question.from),
              to: day(question.to),
              asOf: day(question.asOf),
            })}
          </span>
          <ExportButton what="listBelatedFacts" query={{ ...question }} />
        </>
      }
    >
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const [first] = pages;
          const rows = pages.flatMap(({ items }) => items);
          return (
            <div className="stack">
              {first && <MovedFigures figures={first.figures} notices={first.calendarChanges} />}
              <p className="case-count">{t('belatedFacts.count', { count: first?.count ?? 0 })}</p>
              {rows.length > 0 && (
                <>
                  <BelatedFactsTable rows={rows} />
                  <More shown={rows.length} query={query} />
                </>
              )}
            </div>
          );
        }}
      </Loaded>
    </Panel>
  );
}
