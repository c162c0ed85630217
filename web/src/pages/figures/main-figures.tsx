import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { until } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import type { FiguresSearch } from '../../figures-params.ts';
import { formatMonth } from '../../format/day.ts';
import { firstDay, lastDay } from '../../format/month.ts';
import { changedSearch } from '../../search-params.ts';
import { VolumeFigure } from '../today/volume-panel.tsx';
import type { ViewProps } from './view-props.ts';

const FIGURES = ['acceptedIn', 'acceptedOut', 'fenIn', 'fenOut', 'lettersPosted', 'noticesSent'] as const;
/** 国办发〔2009〕66号 is in force from here. */
const FIRST_YEAR = 2010;

interface MainFiguresProps extends ViewProps {
  readonly search: FiguresSearch;
}

/** The six numbers by which an office tells its work: of the month, a year before, and since a year that somebody chooses. */
export function MainFigures({ month, officeDate, everyMs, asOf, search }: MainFiguresProps) {
  const { t, i18n } = useTranslation();
  const year = Number(month.slice(0, 4));
  const since = Math.min(search.since ?? FIRST_YEAR, year);
  const [from, to] = [firstDay(month), until(lastDay(month), asOf, officeDate)];
  const asked = { from, to, since: `${String(since)}-01-01` };
  const query = useQuery(
    // The long count reads years: it need not follow every fact.
    api.queryOptions('get', '/metrics/main-figures', { params: { query: asked } }, { refetchInterval: 10 * everyMs }),
  );
  return (
    <Panel
      title={t('figures.main.title')}
      aside={<span className="soft small">{formatMonth(month, i18n.language)}</span>}
    >
      <SinceYear search={search} since={since} last={year} />
      <Loaded query={query} lines={FIGURES.length}>
        {(figures) => <SixNumbers figures={figures} sinceYear={since} />}
      </Loaded>
    </Panel>
  );
}

interface SinceYearProps {
  readonly search: FiguresSearch;
  readonly since: number;
  readonly last: number;
}

function SinceYear({ search, since, last }: SinceYearProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const years = Array.from({ length: Math.max(1, last - FIRST_YEAR + 1) }, (_, back) => last - back);
  return (
    <div className="row no-print">
      <Select
        popupMatchSelectWidth={false}
        aria-label={t('figures.main.countedSince')}
        value={since}
        options={years.map((year) => ({ value: year, label: t('figures.main.since', { year: String(year) }) }))}
        onChange={(year: number) =>
          void navigate({
            to: '/figures',
            search: changedSearch<FiguresSearch>(search, { since: year === FIRST_YEAR ? undefined : year }),
            replace: true,
          })
        }
      />
    </div>
  );
}

interface SixNumbersProps {
  readonly figures: Schemas['MainFigures'];
  readonly sinceYear: number;
}

/** Each number opens exactly what it counts or sums. */
function SixNumbers({ figures, sinceYear }: SixNumbersProps) {
  const { t } = useTranslation();
  const { from, to, since, inPeriod, sinceThen, yearBefore, yearBeforeFrom, yearBeforeTo, riseInPerCent } = figures;
  return (
    <DataTable
      caption={t('figures.main.title')}
      rows={FIGURES}
      rowKey={(figure) => figure}
      columns={[
        { key: 'what', title: t('common.columns.what'), render: (figure) => t(`figures.main.${figure}`) },
        {
          key: 'inPeriod',
          title: t('today.volume.inPeriod'),
          right: true,
          render: (figure) => <VolumeFigure name={figure} volume={inPeriod} from={from} to={to} />,
        },
        {
          key: 'yearBefore',
          title: t('figures.yearBefore'),
          right: true,
          render: (figure) => (
            <VolumeFigure name={figure} volume={yearBefore} from={yearBeforeFrom} to={yearBeforeTo} />
          ),
        },
        {
          key: 'rise',
          title: t('figures.main.rise'),
          right: true,
          render: (figure) => <Rise of={riseInPerCent[figure]} />,
        },
        {
          key: 'since',
          title: t('figures.main.since', { year: String(sinceYear) }),
          right: true,
          render: (figure) => <VolumeFigure name={figure} volume={sinceThen} from={since} to={to} />,
        },
      ]}
    />
  );
}

function Rise({ of }: { readonly of: string | null }) {
  return <span className="nowrap">{of === null ? '–' : `${of} %`}</span>;
}
