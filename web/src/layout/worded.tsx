import { Outlet } from '@tanstack/react-router';
import { use } from 'react';
import { startLanguage } from '../i18n/index.ts';

/** Nothing is shown before there are words for it; who is signed in, and which page it is, is asked for in the meantime. */
export function Worded() {
  use(startLanguage());
  return <Outlet />;
}
