import { useTranslation } from 'react-i18next';
import { isPast } from '../../api/as-of.ts';
import { MoneyPanel } from '../today/money-panel.tsx';
import { VolumePanel } from '../today/volume-panel.tsx';
import { KnownNow } from './known-now.tsx';
import { MainFigures } from './main-figures.tsx';
import type { ViewProps } from './view-props.ts';
import type { FiguresSearch } from '../../figures-params.ts';

interface VolumeViewProps extends ViewProps {
  readonly search: FiguresSearch;
}

/** How much: work, money, letters and notices. Where the money lies now is no figure of the past. */
export function VolumeView({ search, ...of }: VolumeViewProps) {
  const { t } = useTranslation();
  const { officeDate, everyMs, asOf } = of;
  return (
    <>
      <KnownNow asOf={asOf} />
      <MainFigures {...of} search={search} />
      <div className="two-columns">
        <div className="stack">
          <VolumePanel
            {...of}
            title={t('figures.volumeWork')}
            figures={['accepted', 'acceptedIn', 'acceptedOut', 'closed', 'completed', 'itemsHandled']}
          />
          <VolumePanel
            {...of}
            title={t('figures.volumeMail')}
            figures={['lettersPosted', 'deliveredAtFirstPosting', 'postedAgain', 'noticesSent', 'noticesDelivered']}
          />
        </div>
        <div className="stack">
          <VolumePanel {...of} title={t('figures.volumeMoney')} figures={['fenIn', 'fenOut']} />
          {isPast(asOf, officeDate) ? (
            <p className="soft small">{t('figures.moneyIsNow')}</p>
          ) : (
            <MoneyPanel everyMs={everyMs} />
          )}
        </div>
      </div>
    </>
  );
}
