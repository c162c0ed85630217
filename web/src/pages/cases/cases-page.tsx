import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asOfQuery, isPast } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useCounterparts, useOfficeDate } from '../../api/queries.ts';
import { BackToFigures } from '../../components/back-to-figures.tsx';
import { BackToToday } from '../../components/back-to-today.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { TransferTable } from '../../components/transfer-table.tsx';
import { formatDay } from '../../format/day.ts';
import { firstDay, lastDay, monthOf } from '../../format/month.ts';
import { groupWord } from '../../i18n/group-word.ts';
import { asOfSearch } from '../../figures-params.ts';
import type { CasesSearch } from '../../search-params.ts';

const route = getRouteApi('/shell/cases');

/** Exactly the cases behind one number of Today or of the figures, with their count. */
export function CasesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  // Today knows no past: whoever came from there would lose the day he looks at.
  const ofThePast = officeDate !== undefined && isPast(search, officeDate);
  const back = ofThePast ? (
    <BackToFigures view="rates" day={search.from} past={asOfSearch({ ...search })} />
  ) : (
    <BackToToday day={search.from} />
  );
  return (
    <Page title={t('cases.title')} aside={back}>
      {officeDate !== undefined && <Cases {...complete(search, officeDate)} />}
    </Page>
  );
}

type Complete = CasesSearch & Required<Pick<CasesSearch, 'from' | 'to' | 'asOf'>>;

/** A shortened address means the office's month, as of today. */
function complete(search: CasesSearch, officeDate: string): Complete {
  const month = monthOf(officeDate);
  return { from: firstDay(month), to: lastDay(month), asOf: officeDate, ...search };
}

function Cases({ bucket, knownAt, ...period }: Complete) {
  const { t, i18n } = useTranslation();
  const known = knownAt === undefined ? {} : { knownAt };
  const counterparts = useCounterparts();
  const name =
    counterparts.find(({ areaCode }) => period.by === 'counterpart' && areaCode === period.group)?.name ?? null;
  const asked = { ...period, ...asOfQuery({ asOf: period.asOf, ...known }), bucket };
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/completion/transfers',
    { params: { query: { ...asked, limit: 100 } } },
    BY_CURSOR,
  );
  const day = (on: string): string => formatDay(on, i18n.language);
  return (
    <Panel
      title={[t(`buckets.${bucket}`), period.group && groupWord({ ...period, name })].filter(Boolean).join(' · ')}
      aside={
        <>
          <span className="soft">
            {t(period.direction === 'in' ? 'cases.period' : 'cases.periodOut', {
              from: day(period.from),
              to: day(period.to),
              asOf: day(period.asOf),
            })}
            {knownAt !== undefined && <> · {t('figures.knownAt', { at: knownAt.replace('T', ' ') })}</>}
          </span>
          <ExportButton what="listCompletionTransfers" query={asked} />
        </>
      }
    >
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              <p className="case-count">{t('cases.count', { count: pages[0]?.count ?? 0 })}</p>
              {rows.length === 0 ? (
                <Empty>{t('cases.empty')}</Empty>
              ) : (
                <TransferTable caption={t(`buckets.${bucket}`)} rows={rows} shows="cases" />
              )}
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
