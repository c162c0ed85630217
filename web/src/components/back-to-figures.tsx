import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FigureView } from '../figures-params.ts';
import { monthOf } from '../format/month.ts';

interface BackToFiguresProps {
  readonly view: FigureView;
  readonly day?: string | undefined;
}

/** To the figures of the month in which a day lies; without one of their own. */
export function BackToFigures({ view, day }: BackToFiguresProps) {
  const { t } = useTranslation();
  return (
    <Link to="/figures" search={{ view, ...(day !== undefined && { month: monthOf(day) }) }} className="no-print">
      {t('figures.back')}
    </Link>
  );
}
