const BASE = '/app';

/**
 * To the sign-in and back here afterwards. A fresh page, whatever was on it: a session that has ended leaves nothing
 * that it had read in the memory of a shared desk.
 */
export function signInAgain(): void {
  const here = location.pathname.slice(BASE.length) + location.search;
  if (here.startsWith('/sign-in')) return;
  location.assign(`${BASE}/sign-in?${new URLSearchParams({ to: here }).toString()}`);
}
