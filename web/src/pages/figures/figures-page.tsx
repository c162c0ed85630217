import { useIsFetching } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPast, liesAhead, until } from '../../api/as-of.ts';
import { useMe, useOfficeDate } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { FIGURE_VIEWS, type FiguresSearch } from '../../figures-params.ts';
import { formatDay } from '../../format/day.ts';
import { lastDay } from '../../format/month.ts';
import { KeptSheets } from '../monthly-sheet/kept-sheets.tsx';
import { useCohort } from '../today/use-cohort.ts';
import { MonthSwitch } from '../today/month-switch.tsx';
import { AsOfBar } from './as-of-bar.tsx';
import { FiguresExport } from './figures-export.tsx';
import { GroupsView } from './groups-view.tsx';
import { MonthPaper } from './month-paper.tsx';
import { RatesView } from './rates-view.tsx';
import { TimesView } from './times-view.tsx';
import { TrendView } from './trend-view.tsx';
import { VolumeView } from './volume-view.tsx';
import '../today/today.css';
import './figures.css';
import { Notice } from '../../components/notice.tsx';

const route = getRouteApi('/shell/figures');

/** The figures of one month, as of any day: how well, how fast, how much. Printed, it is the month on one page. */
export function FiguresPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  // Half a page is not to be printed.
  const loading = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  return (
    <Page
      title={t('figures.title')}
      aside={
        <Button className="no-print" disabled={loading} onClick={() => window.print()}>
          {t('figures.print')}
        </Button>
      }
    >
      {officeDate !== undefined && <Dated search={search} officeDate={officeDate} />}
    </Page>
  );
}

interface DatedProps {
  readonly search: FiguresSearch;
  readonly officeDate: string;
}

function Dated({ search, officeDate }: DatedProps) {
  const { t, i18n } = useTranslation();
  const { view = 'rates' } = search;
  const ahead = liesAhead(search, officeDate);
  return (
    <div className={`figures stack ${isPast(search, officeDate) ? 'of-the-past' : ''}`}>
      <AsOfBar search={search} officeDate={officeDate} />
      <nav className="tabs no-print" aria-label={t('figures.title')}>
        {FIGURE_VIEWS.map((name) => (
          <Link
            key={name}
            to="/figures"
            search={{ ...search, view: name }}
            className={name === view ? 'active' : ''}
            activeProps={{}}
            {...(name === view && { 'aria-current': 'page' as const })}
          >
            {t(`figures.views.${name}`)}
          </Link>
        ))}
      </nav>
      {ahead === undefined ? (
        <Shown search={search} officeDate={officeDate} />
      ) : (
        <Notice
          role="alert"
          kind="error"

          title={t('figures.ahead', {
            day: formatDay(ahead, i18n.language),
            today: formatDay(officeDate, i18n.language),
          })}
        />
      )}
    </div>
  );
}

function Shown({ search, officeDate }: DatedProps) {
  const { t } = useTranslation();
  const { view = 'rates', month: asked, asOf, knownAt } = search;
  const past = { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) };
  // Simulated time runs fast; real offices need no new figure every few seconds.
  const everyMs = useMe().practice ? 3000 : 30_000;
  const cohort = useCohort(asked, officeDate, everyMs, past);
  const { month, current } = cohort;
  const months = { month, current, to: '/figures' } as const;
  const of = { month, officeDate, everyMs, asOf: past };
  return (
    <>
      <FiguresExport {...of} search={search} />
      {view !== 'rates' && view !== 'trend' && <MonthSwitch {...months} label={t('figures.month')} />}
      {view === 'rates' && <RatesView {...of} cohort={cohort} monthSwitch={<MonthSwitch {...months} />} />}
      {view === 'trend' && <TrendView {...of} last={current} search={search} />}
      {view === 'groups' && <GroupsView {...of} search={search} />}
      {view === 'times' && <TimesView {...of} />}
      {view === 'volume' && <VolumeView {...of} search={search} />}
      <MonthPaper {...of} isShown={view === 'sheet'} />
      {view === 'sheet' && <KeptSheets month={month} to={until(lastDay(month), past, officeDate)} />}
    </>
  );
}
