/** Light or dark: what was chosen in this browser, else what its system shows; on paper always light. */
import { useSyncExternalStore } from 'react';
import { appearanceOf, choiceOf, type Appearance, type Choice } from './pick-appearance.ts';

const CHOSEN = 'baton.appearance';
const listeners = new Set<() => void>();
let choice: Choice = 'system';
let shown: Appearance = 'light';

export function startAppearance(): void {
  choice = choiceOf(localStorage.getItem(CHOSEN));
  for (const media of [systemIsDark(), isPrinted()]) media.addEventListener('change', show);
  // Chosen in another tab of the browser.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === CHOSEN) take(choiceOf(newValue));
  });
  show();
}

export function chooseAppearance(next: Choice): void {
  localStorage.setItem(CHOSEN, next);
  take(next);
}

/** As it is shown now. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(onAppearance, () => shown);
}

export function useChoice(): Choice {
  return useSyncExternalStore(onAppearance, () => choice);
}

/** What it gives ends it. */
export function onAppearance(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');
const isPrinted = (): MediaQueryList => matchMedia('print');

function take(next: Choice): void {
  choice = next;
  show();
}

function show(): void {
  shown = appearanceOf(choice, { systemIsDark: systemIsDark().matches, isPrinted: isPrinted().matches });
  document.documentElement.dataset['appearance'] = shown;
  for (const tell of listeners) tell();
}
