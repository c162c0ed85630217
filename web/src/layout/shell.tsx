import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/queries.ts';
import { useLive } from '../api/use-live.ts';
import mark from '../mark.svg';
import { AccountMenu } from './account-menu.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { OfficeClock } from './office-clock.tsx';
import { SearchBox } from './search-box.tsx';

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  useKeptFocus();
  useLive();
  return (
    <>
      <a className="skip" href="#content">
        {t('layout.skip')}
      </a>
      <header className="topbar">
        <div className="inner">
          <Link to="/" className="brand">
            <img src={mark} alt="" />
            {t('common.brand')}
            <span className="office">{me.office.name}</span>
          </Link>
          {me.actions.includes('searchTransfers') && <SearchBox />}
          <OfficeClock />
          <AccountMenu />
          <LanguageSwitch />
        </div>
      </header>
      <Navigation />
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
