import { Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isPast } from '../../api/as-of.ts';
import { DayField, MinuteField } from '../../components/day-field.tsx';
import type { AsOfSearch, FiguresSearch } from '../../figures-params.ts';
import { formatDay } from '../../format/day.ts';
import { changedSearch, type SearchChange } from '../../search-params.ts';

interface AsOfBarProps {
  readonly search: FiguresSearch;
  readonly officeDate: string;
}

/** With whose eyes one looks: what had occurred by a day, and what was known by a minute. Whoever looks at the past is told so. */
export function AsOfBar({ search, officeDate }: AsOfBarProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [day, minute] = [useId(), useId()];
  const change = (part: SearchChange<AsOfSearch>): void =>
    void navigate({ to: '/figures', search: changedSearch<FiguresSearch>(search, part), replace: true });
  const { asOf, knownAt } = search;
  return (
    <div className="as-of row no-print">
      <label htmlFor={day}>{t('figures.asOf')}</label>
      <DayField id={day} value={asOf ?? officeDate} max={officeDate} always onChange={(on) => change({ asOf: on })} />
      <label htmlFor={minute}>{t('figures.known')}</label>
      <MinuteField
        id={minute}
        {...(knownAt !== undefined && { value: knownAt })}
        max={officeDate}
        onChange={(at) => change({ knownAt: at })}
      />
      {isPast(search, officeDate) && <Past search={search} />}
    </div>
  );
}

function Past({ search: { asOf, knownAt, ...now } }: Pick<AsOfBarProps, 'search'>) {
  const { t, i18n } = useTranslation();
  return (
    <p role="status" className="past">
      <span className="badge warn">
        {t('figures.past')}
        {asOf !== undefined && ` · ${t('figures.asOfDay', { day: formatDay(asOf, i18n.language) })}`}
        {knownAt !== undefined && ` · ${t('figures.knownAt', { at: knownAt.replace('T', ' ') })}`}
      </span>{' '}
      <Link to="/figures" search={now}>
        {t('figures.backToNow')}
      </Link>
    </p>
  );
}
