import { useTranslation } from 'react-i18next';
import { isPast } from '../../api/as-of.ts';
import { MoneyPanel } from '../today/money-panel.tsx';
import { VolumePanel } from '../today/volume-panel.tsx';
import { KnownNow } from './known-now.tsx';
import type { ViewProps } from './view-props.ts';

/** How much: work, money, letters and notices. Where the money lies now is no figure of the past. */
export function VolumeView(of: ViewProps) {
  const { t } = useTranslation();
  const { officeDate, everyMs, asOf } = of;
  return (
    <>
      <KnownNow asOf={asOf} />
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
