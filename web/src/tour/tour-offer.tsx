import { useTranslation } from 'react-i18next';
import { useMe } from '../api/queries.ts';
import { dismissOffer, startTour, useOffered } from './touring.ts';

/** In practice only, and never by itself: it begins when somebody says so. */
export function TourOffer() {
  const { t } = useTranslation();
  const { id, practice } = useMe();
  const isOffered = useOffered(id);
  if (!practice || !isOffered) return null;
  return (
    <p className="verdict no-print">
      {t('layout.tour.offer')}{' '}
      <button type="button" className="button small" onClick={startTour}>
        {t('layout.tour.show')}
      </button>{' '}
      <button type="button" className="button small" onClick={() => dismissOffer(id)}>
        {t('layout.tour.never')}
      </button>
    </p>
  );
}
