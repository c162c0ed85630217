/** Whether a tour is under way, and whether it is still offered: kept in this browser, for each account. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let underWay = false;

const tell = (): void => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTouring = (): boolean => useSyncExternalStore(subscribe, () => underWay);

/** Something is asked or typed there: a tour would lead away from it. */
export const windowIsOpen = (): boolean =>
  [...document.querySelectorAll('.ant-modal')].some((modal) => modal.checkVisibility());

/** Not over a window. */
export function startTour(): void {
  if (windowIsOpen()) return;
  underWay = true;
  tell();
}

export function endTour(): void {
  underWay = false;
  tell();
}

const placeOf = (staffId: string): string => `baton.tour.${staffId}`;

export const useOffered = (staffId: string): boolean =>
  useSyncExternalStore(subscribe, () => localStorage.getItem(placeOf(staffId)) === null);

/** For good: it stays in the menu. */
export function dismissOffer(staffId: string): void {
  localStorage.setItem(placeOf(staffId), 'seen');
  tell();
}
