import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/queries.ts';
import { useLive } from '../api/use-live.ts';
import mark from '../mark.svg';
import { useTouring } from '../tour/touring.ts';
import { AccountMenu } from './account-menu.tsx';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { ContactKey } from './contact-key.tsx';
import { Dressed, loadDressed } from './lazily-dressed.ts';
import { Navigation } from './navigation.tsx';
import { OfficeClock } from './office-clock.tsx';
import { SearchBox } from './search-box.tsx';

const OfficeTour = lazy(async () => ({ default: (await import('../tour/office-tour.tsx')).OfficeTour }));

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
          {me.actions.includes('recordContact') && <ContactKey />}
          <OfficeClock />
          <AccountMenu />
          <AppearanceSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <Navigation />
      <main className="content" id="content" tabIndex={-1}>
        <Pages />
      </main>
      <TourUnderWay />
    </>
  );
}

/** Loaded when somebody begins it. */
function TourUnderWay() {
  if (!useTouring()) return null;
  return (
    <Suspense fallback={null}>
      <Dressed>
        <OfficeTour />
      </Dressed>
    </Suspense>
  );
}

/** A page that needs nothing of antd does not wait for it. */
function Pages() {
  const isPlain = useMatches({ select: (matches) => matches.at(-1)?.staticData.isPlain === true });
  useEffect(() => {
    // The next page will want it; what is shown has come already.
    if (isPlain) void loadDressed().catch(() => undefined);
  }, [isPlain]);
  if (isPlain) return <Outlet />;
  return (
    <Suspense fallback={null}>
      <Dressed>
        <Outlet />
      </Dressed>
    </Suspense>
  );
}
