import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { until } from '../../api/as-of.ts';
import { clockQuery } from '../../api/clock-query.ts';
import { useMe } from '../../api/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { formatDay, formatInstant, formatMonth } from '../../format/day.ts';
import { firstDay, lastDay } from '../../format/month.ts';
import { KnownNow } from './known-now.tsx';
import { PaperRates } from './paper-rates.tsx';
import { PaperVolume } from './paper-volume.tsx';
import { Sheet } from './sheet.tsx';
import { Parties, timesQuery } from './times-view.tsx';
import type { ViewProps } from './view-props.ts';

interface MonthPaperProps extends ViewProps {
  /** On the screen too; on paper it always is, in place of whatever else the page shows. */
  readonly isShown: boolean;
}

/** The month on one page of A4: rates, the bureau's sheet, time, volume. */
export function MonthPaper({ isShown, ...of }: MonthPaperProps) {
  const { t } = useTranslation();
  const { month, officeDate, everyMs, asOf } = of;
  const [from, to] = [firstDay(month), until(lastDay(month), asOf, officeDate)];
  const times = useQuery(timesQuery(from, to, everyMs));
  return (
    <article className={`month-paper panel ${isShown ? 'shown' : ''}`} aria-label={t('figures.paper')}>
      <PaperHead {...of} />
      <PaperRates {...of} />
      <KnownNow asOf={asOf} />
      <Sheet {...of} from={from} to={to} />
      <div className="two-columns">
        <section>
          <h3>{t('figures.inTime')}</h3>
          <Loaded query={times}>{(found) => <Parties times={found} />}</Loaded>
        </section>
        <PaperVolume {...of} from={from} to={to} />
      </div>
    </article>
  );
}

function PaperHead({ month, officeDate, asOf: { asOf, knownAt } }: ViewProps) {
  const { t, i18n } = useTranslation();
  const { office } = useMe();
  const clock = useQuery(clockQuery()).data;
  return (
    <header>
      <h2>
        {office.name} · {formatMonth(month, i18n.language)} · {t('figures.paper')}
      </h2>
      <p className="soft small">
        {t('figures.asOfDay', { day: formatDay(asOf ?? officeDate, i18n.language) })} ·{' '}
        {knownAt === undefined ? t('figures.allKnown') : t('figures.knownAt', { at: knownAt.replace('T', ' ') })}
        {clock && <> · {t('figures.madeAt', { at: formatInstant(clock.officeNow, i18n.language) })}</>}
      </p>
    </header>
  );
}
