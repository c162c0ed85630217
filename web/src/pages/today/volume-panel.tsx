import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Yuan } from '../../components/time.tsx';
import { formatMonth } from '../../format/day.ts';
import { firstDay, lastDay } from '../../format/month.ts';

type Figure = keyof Schemas['Volume'];

const FIGURES = [
  'accepted', 'acceptedIn', 'acceptedOut', 'closed', 'completed', 'itemsHandled', 'fenIn', 'fenOut', 'lettersPosted', 'deliveredAtFirstPosting',
  'postedAgain', 'noticesSent', 'noticesDelivered',
] as const satisfies readonly Figure[]; // prettier-ignore

interface VolumePanelProps {
  readonly month: string;
  readonly everyMs: number;
}

export function VolumePanel({ month, everyMs }: VolumePanelProps) {
  const { t, i18n } = useTranslation();
  const query = useQuery(
    api.queryOptions(
      'get',
      '/metrics/volume',
      { params: { query: { from: firstDay(month), to: lastDay(month) } } },
      { refetchInterval: everyMs },
    ),
  );
  return (
    <Panel
      title={t('today.volume.title')}
      aside={<span className="soft small">{formatMonth(month, i18n.language)}</span>}
    >
      <Loaded query={query} lines={8}>
        {({ inPeriod, sinceBeginning }) => (
          <DataTable
            caption={t('today.volume.title')}
            rows={FIGURES}
            rowKey={(figure) => figure}
            columns={[
              { key: 'what', title: t('common.columns.what'), render: (figure) => t(`today.volume.${figure}`) },
              {
                key: 'inPeriod',
                title: t('today.volume.inPeriod'),
                right: true,
                render: (figure) => (
                  <Figure name={figure} volume={inPeriod} from={firstDay(month)} to={lastDay(month)} />
                ),
              },
              {
                key: 'sinceBeginning',
                title: t('today.volume.sinceBeginning'),
                right: true,
                render: (figure) => <Figure name={figure} volume={sinceBeginning} to={lastDay(month)} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

interface FigureProps {
  readonly name: Figure;
  readonly volume: Schemas['Volume'];
  readonly from?: string;
  readonly to: string;
}

/** A number that opens exactly what it counts or sums, for who may read it. */
function Figure({ name, volume, from, to }: FigureProps) {
  const may = useMay();
  const number = name === 'fenIn' || name === 'fenOut' ? <Yuan fen={volume[name]} /> : <Count of={volume[name]} />;
  if (!may('readTransfers')) return number;
  return (
    <Link to="/volume" search={{ figure: name, ...(from !== undefined && { from }), to }}>
      {number}
    </Link>
  );
}
