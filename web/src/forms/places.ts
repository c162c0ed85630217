/** Where the fields of a form stand on the page. */
import { firstField } from '../components/focus.ts';
import type { FieldPath } from '../api/problem.ts';

export interface Place {
  readonly name: FieldPath;
  readonly element: HTMLElement;
  /** As the page calls it. */
  readonly label: string;
}

/** The fields in the order of the page; a field that is on no page has no place. */
export function placesOf(names: readonly FieldPath[]): Place[] {
  return names
    .flatMap((name) => {
      // The id that antd gives to the field of a form without a name.
      const element = document.getElementById(name.join('_'));
      return element && !isHiddenItem(element) ? [{ name, element, label: labelOf(element) }] : [];
    })
    .sort((one, other) => (isBefore(one.element, other.element) ? -1 : 1));
}

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const isHiddenItem = (element: Element): boolean => element.closest('.ant-form-item-hidden') !== null;

function labelOf(element: HTMLElement): string {
  const label = document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent;
  return element.getAttribute('aria-label') ?? label ?? element.closest('label')?.textContent ?? element.id;
}

/** Whatever it is folded away in is opened. */
export function unfold({ element }: Place): void {
  for (let part = element.closest('details'); part; part = part.parentElement?.closest('details') ?? null) {
    part.open = true;
  }
}

export function goTo(place: Place): void {
  unfold(place);
  const { element } = place;
  const field = element.matches('input, textarea, select, button') ? element : (firstField(element) ?? element);
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
