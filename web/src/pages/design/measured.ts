/** What the browser shows of a part: read from it, written down nowhere. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { useAppearance } from '../../styles/appearance.ts';

export const colourNow = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

type Read = (style: CSSStyleDeclaration) => string;

/** Of the first part inside of it that `what` names; read again when light turns to dark. */
export function useMeasured(element: RefObject<Element | null>, what: string, read: Read): string {
  const appearance = useAppearance();
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    const part = element.current?.querySelector(what);
    if (part) setSaid(read(getComputedStyle(part)));
  }, [element, what, read, appearance]);
  return said;
}
