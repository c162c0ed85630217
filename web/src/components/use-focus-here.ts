import { useEffect, useRef, type RefObject } from 'react';

/** For what takes the place of a form that was sent: whoever uses the keyboard goes on from here, and a screen reader reads it. */
export function useFocusHere(wanted = true): RefObject<HTMLElement | null> {
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) here.current?.focus();
  }, [wanted]);
  return here;
}
