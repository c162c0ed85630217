import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AsOfSearch, FigureView } from '../figures-params.ts';
import { monthOf } from '../format/month.ts';

interface BackToFiguresProps {
  readonly view: FigureView;
  readonly day?: string | undefined;
  /** With whose eyes the list was looked at. */
  readonly past?: AsOfSearch;
}

/** To the figures of the month in which a day lies; without one of their own. */
export function BackToFigures({ view, day, past = {} }: BackToFiguresProps) {
  const { t } = useTranslation();
  const month = day === undefined ? {} : { month: monthOf(day) };
  return (
    <Link to="/figures" search={{ view, ...month, ...past }} className="no-print">
      {t('figures.back')}
    </Link>
  );
}
