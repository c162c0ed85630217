import { useEffect, useRef } from 'react';
import { windowIsOpen } from './touring.ts';

interface TourKeys {
  readonly onGo: (steps: 1 | -1) => void;
  readonly onEnd: () => void;
}

/** Arrows as the writing runs, Escape ends it, and the focus stays inside; a window that opens by itself ends it too. */
export function useTourKeys(keys: TourKeys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = actOf(event, now.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const yieldToDialog = (): void => {
      if (windowIsOpen()) now.current.onEnd();
    };
    yieldToDialog();
    const observer = new MutationObserver(yieldToDialog);
    observer.observe(document.body, { childList: true });
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('focusin', keepFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('focusin', keepFocus);
    };
  }, []);
}

function actOf({ key, shiftKey }: KeyboardEvent, { onGo, onEnd }: TourKeys): (() => void) | undefined {
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'Escape') return onEnd;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return () => onGo(key === onward ? 1 : -1);
  return key === 'Tab' ? () => focusNext(shiftKey ? -1 : 1) : undefined;
}

/** A page that is just loading puts it into its first field. */
function keepFocus({ target }: FocusEvent): void {
  if (target instanceof Element && target.closest('.ant-tour')) return;
  document.querySelector<HTMLElement>('.ant-tour .ant-btn-primary')?.focus({ preventScroll: true });
}

function focusNext(steps: 1 | -1): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('.ant-tour button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons.at((at + steps) % buttons.length)?.focus();
}
