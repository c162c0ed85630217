import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/queries.ts';

export function Navigation() {
  const { t } = useTranslation();
  const { practice } = useMe();
  const may = useMay();
  return (
    <nav className="navbar" aria-label={t('layout.navigation')}>
      <div className="inner">
        <ul>
          <li>
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {t('layout.today')}
            </Link>
          </li>
          {may('readTransfers') && (
            <li>
              <Link to="/my-work" activeOptions={{ includeSearch: false }}>
                {t('layout.myWork')}
              </Link>
            </li>
          )}
          <li>
            <Link to="/approvals">{t('layout.approvals')}</Link>
          </li>
          {may('acceptTransfer') && (
            <li>
              <Link to="/accept">{t('layout.accept')}</Link>
            </li>
          )}
          {practice && may('readPracticePhone') && (
            <li>
              <Link to="/phone">{t('layout.phone')}</Link>
            </li>
          )}
        </ul>
        {practice && <span className="badge warn">{t('layout.practice')}</span>}
      </div>
    </nav>
  );
}
