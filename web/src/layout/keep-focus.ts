import { useEffect } from 'react';
import { focusNearest, isNowhere, placesAround } from '../components/focus.ts';

/** What has the focus may vanish under it: a button when its step is done, a row when it is decided. The nearest heading takes over. */
export function useKeptFocus(): void {
  useEffect(() => {
    let places: readonly Element[] = [];
    const note = ({ target }: FocusEvent): void => {
      // A dialog gives the focus back by itself.
      if (target instanceof Element && !target.closest('[role=dialog]')) places = placesAround(target);
    };
    const look = (): void => {
      const [last] = places;
      if (last && !last.isConnected && isNowhere(document.activeElement)) focusNearest(places);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}
