import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayAct } from '../../../domain/staff/permissions.ts';
import { useMay, useMe } from '../api/queries.ts';
import { startTour } from '../tour/touring.ts';

export function Navigation() {
  const { t } = useTranslation();
  const { practice, roles } = useMe();
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
          {may('searchTransfers') && (
            <li>
              <Link to="/counter">{t('layout.counter')}</Link>
            </li>
          )}
          {may('readMetrics') && (
            <li>
              <Link to="/figures" activeOptions={{ includeSearch: false }}>
                {t('layout.figures')}
              </Link>
            </li>
          )}
          {may('readTransfers') && (
            <li>
              <Link to="/my-work" activeOptions={{ includeSearch: false }}>
                {t('layout.myWork')}
              </Link>
            </li>
          )}
          {may('readLetters') && mayAct(roles, 'letterClerk') && (
            <li>
              <Link to="/post" activeOptions={{ includeSearch: false }}>
                {t('layout.post')}
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
          {may('readImports') && (
            <li>
              <Link to="/imports" activeOptions={{ includeSearch: false }}>
                {t('layout.imports')}
              </Link>
            </li>
          )}
          <Files />
          {may('readBank') && (
            <li>
              <Link to="/bank" activeOptions={{ includeSearch: false }}>
                {t('layout.bank')}
              </Link>
            </li>
          )}
          {may('readTransfers') && (
            <li>
              <Link to="/platform" activeOptions={{ includeSearch: false }}>
                {t('layout.platform')}
              </Link>
            </li>
          )}
          {may('readTransfers') && (
            <li>
              <Link to="/refusals" activeOptions={{ includeSearch: false }}>
                {t('layout.refusals')}
              </Link>
            </li>
          )}
          {(may('readTransfers') || may('changeAbsences')) && (
            <li>
              <Link to="/colleagues">{t('layout.colleagues')}</Link>
            </li>
          )}
          <OversightLinks />
          {practice && <PracticeLinks />}
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

/** What somebody answers for beyond their own work. */
function OversightLinks() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      {may('readHeldWork') && (
        <li>
          <Link to="/held-work" activeOptions={{ includeSearch: false }}>
            {t('layout.heldWork')}
          </Link>
        </li>
      )}
      {may('readDecisions') && (
        <li>
          <Link to="/manual-decisions" activeOptions={{ includeSearch: false }}>
            {t('layout.manualDecisions')}
          </Link>
        </li>
      )}
      {(may('keepArchive') || may('drawSample')) && (
        <li>
          <Link to="/archive" activeOptions={{ includeSearch: false }}>
            {t('layout.archive')}
          </Link>
        </li>
      )}
      {/* Everybody may read who a colleague is; the list is the work of two. */}
      {may('changeAbsences') && (
        <li>
          <Link to="/staff">{t('layout.staff')}</Link>
        </li>
      )}
      {may('changeSettings') && (
        <li>
          <Link to="/settings">{t('layout.settings')}</Link>
        </li>
      )}
      {may('repairOffice') && (
        <li>
          <Link to="/operator">{t('layout.operator')}</Link>
        </li>
      )}
    </>
  );
}

/** What an office at work has no use for. */
function PracticeLinks() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      {may('readPracticePhone') && (
        <li>
          <Link to="/phone">{t('layout.phone')}</Link>
        </li>
      )}
      <li>
        <Link to="/practice">{t('layout.practiceDesk')}</Link>
      </li>
      {may('changeSettings') && (
        <li>
          <Link to="/design">{t('layout.design')}</Link>
        </li>
      )}
    </>
  );
}

/** Of everybody: whatever he may read he may take away. */
function Files() {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/exports">{t('layout.exports')}</Link>
    </li>
  );
}
