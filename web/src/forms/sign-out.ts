import { dropDrafts } from './drafts.ts';

const tabs = new BroadcastChannel('baton.signOut');

/** Whoever signs out leaves nothing behind, in the other tabs of this desk neither. */
export function forgetEverywhere(): void {
  dropDrafts();
  tabs.postMessage('');
}

tabs.addEventListener('message', dropDrafts);
