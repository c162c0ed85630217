import { dropDrafts } from './drafts.ts';
import { loadAgain } from './load-drafts.ts';
import { saveNow } from './office-copies.ts';

const tabs = new BroadcastChannel('baton.signOut');
const PATIENCE_MS = 2_000;

/** What was typed a moment ago is with the office when its writer goes, unless that takes long. */
export const keepBefore = (): Promise<unknown> =>
  Promise.race([saveNow(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

/** Whoever signs out leaves nothing behind, in the other tabs of this desk neither. */
export function forgetEverywhere(): void {
  dropDrafts();
  tabs.postMessage('');
}

tabs.addEventListener('message', dropDrafts);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void saveNow(true);
  else loadAgain();
});
