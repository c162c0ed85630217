/** Where the focus goes when it would go nowhere: a keyboard that stands on `body` begins at the top of the page again. */

const FIELDS = 'input:not([type=hidden], [disabled]), textarea:not([disabled]), select:not([disabled])';

/** Of a group of answers the one that is given, or the first. */
export function firstField(part: ParentNode): HTMLElement | undefined {
  const fields = [...part.querySelectorAll<HTMLInputElement>(FIELDS)].filter((field) => field.checkVisibility());
  const [first] = fields;
  if (first?.type !== 'radio') return first;
  return fields.find(({ type, name, checked }) => type === 'radio' && name === first.name && checked) ?? first;
}

/** What stood there, then the parts of the page around it, the nearest first. */
export function placesAround(element: Element): readonly Element[] {
  const places = [element];
  for (let part = element.parentElement; part; part = part.parentElement) {
    if (part.matches('details, article, section, main')) places.push(part);
  }
  return places;
}

/** Puts the focus on the first of the places that is still there; of a part of the page on its heading. */
export function focusNearest(places: readonly Element[]): void {
  if (!isNowhere(document.activeElement)) return;
  for (const place of places) {
    const target = targetOf(place);
    target?.focus({ preventScroll: true });
    if (target && document.activeElement === target) return;
  }
  focusHeading(document.querySelector('h1'));
}

export const isNowhere = (element: Element | null): boolean => element === null || element === document.body;

function targetOf(place: Element): HTMLElement | null {
  if (!place.isConnected) return null;
  if (!place.matches('details, article, section, main')) return place as HTMLElement;
  return reachable(place.querySelector<HTMLElement>('summary, h1, h2, h3'));
}

function focusHeading(heading: HTMLElement | null): void {
  reachable(heading)?.focus({ preventScroll: true });
}

/** A heading takes the focus, but not the Tab key. */
function reachable(element: HTMLElement | null): HTMLElement | null {
  if (element && element.tabIndex < 0) element.tabIndex = -1;
  return element;
}
