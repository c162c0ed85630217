import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { until } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Yuan } from '../../components/time.tsx';
import type { AsOfSearch } from '../../figures-params.ts';
import { formatMonth } from '../../format/day.ts';
import { firstDay, lastDay } from '../../format/month.ts';

type Figure = keyof Schemas['Volume'];

const FIGURES = [
  'accepted', 'acceptedIn', 'acceptedOut', 'closed', 'completed', 'itemsHandled', 'fenIn', 'fenOut', 'lettersPosted', 'deliveredAtFirstPosting',
  'postedAgain', 'noticesSent', 'noticesDelivered',
] as const satisfies readonly Figure[]; // prettier-ignore

interface VolumePanelProps {
  readonly month: string;
  readonly officeDate: string;
  readonly everyMs: number;
  /** Some of the figures under a title of their own. */
  readonly title?: string;
  readonly figures?: readonly Figure[];
  readonly asOf?: AsOfSearch;
}

export const volumeQuery = (from: string, to: string, everyMs: number) =>
  api.queryOptions('get', '/metrics/volume', { params: { query: { from, to } } }, { refetchInterval: everyMs });

export function VolumePanel({ month, officeDate, everyMs, title, figures = FIGURES, asOf = {} }: VolumePanelProps) {
  const { t, i18n } = useTranslation();
  const [from, to] = [firstDay(month), until(lastDay(month), asOf, officeDate)];
  const query = useQuery(volumeQuery(from, to, everyMs));
  const named = title ?? t('today.volume.title');
  return (
    <Panel title={named} aside={<span className="soft small">{formatMonth(month, i18n.language)}</span>}>
      <Loaded query={query} lines={figures.length}>
        {({ inPeriod, sinceBeginning }) => (
          <DataTable
            caption={named}
            rows={figures}
            rowKey={(figure) => figure}
            columns={[
              { key: 'what', title: t('common.columns.what'), render: (figure) => t(`today.volume.${figure}`) },
              {
                key: 'inPeriod',
                title: t('today.volume.inPeriod'),
                right: true,
                render: (figure) => <VolumeFigure name={figure} volume={inPeriod} from={from} to={to} />,
              },
              {
                key: 'sinceBeginning',
                title: t('today.volume.sinceBeginning'),
                right: true,
                render: (figure) => <VolumeFigure name={figure} volume={sinceBeginning} to={to} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

interface FigureProps<Name extends Figure> {
  readonly name: Name;
  readonly volume: Readonly<Record<Name, number>>;
  readonly from?: string;
  readonly to: string;
}

/** A number that opens exactly what it counts or sums, for who may read it. */
export function VolumeFigure<Name extends Figure>({ name, volume, from, to }: FigureProps<Name>) {
  const may = useMay();
  const number = name === 'fenIn' || name === 'fenOut' ? <Yuan fen={volume[name]} /> : <Count of={volume[name]} />;
  if (!may('readTransfers')) return number;
  return (
    <Link to="/volume" search={{ figure: name, ...(from !== undefined && { from }), to }}>
      {number}
    </Link>
  );
}
