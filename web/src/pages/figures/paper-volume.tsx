import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { VolumeFigure, volumeQuery } from '../today/volume-panel.tsx';
import type { ViewProps } from './view-props.ts';

interface PaperVolumeProps extends ViewProps {
  readonly from: string;
  readonly to: string;
}

const FIGURES = ['itemsHandled', 'fenIn', 'fenOut', 'lettersPosted', 'deliveredAtFirstPosting', 'noticesSent'] as const;

/** What the sheet does not say of the month. */
export function PaperVolume({ from, to, everyMs }: PaperVolumeProps) {
  const { t } = useTranslation();
  const query = useQuery(volumeQuery(from, to, everyMs));
  return (
    <section>
      <h3>{t('today.volume.title')}</h3>
      <Loaded query={query}>
        {({ inPeriod }) => (
          <DataTable
            caption={t('today.volume.title')}
            rows={FIGURES}
            rowKey={(figure) => figure}
            columns={[
              { key: 'what', title: t('common.columns.what'), render: (figure) => t(`today.volume.${figure}`) },
              {
                key: 'count',
                title: t('today.volume.inPeriod'),
                right: true,
                render: (figure) => <VolumeFigure name={figure} volume={inPeriod} from={from} to={to} />,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
