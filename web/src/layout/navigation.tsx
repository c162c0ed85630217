import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/queries.ts';
import { startTour } from '../tour/touring.ts';
import { menuOf } from './menu.ts';

export function Navigation() {
  const { t } = useTranslation();
  const { practice, roles } = useMe();
  const may = useMay();
  return (
    <nav className="navbar" aria-label={t('layout.navigation')}>
      <div className="inner">
        <ul>
          {menuOf({ practice, roles, may }).map(({ to, label }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {t(`layout.${label}`)}
              </Link>
            </li>
          ))}
          <li>
            <button type="button" className="tour-button" onClick={startTour}>
              {t('layout.tour.name')}
            </button>
          </li>
        </ul>
        {practice && <span className="badge warn">{t('layout.practice')}</span>}
      </div>
    </nav>
  );
}
