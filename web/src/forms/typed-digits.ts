/** Whatever keyboard somebody has: a digit that is typed into a line stands there as on our papers. */
import { foldDigits } from '../../../domain/folded-text.ts';

/** A secret is what was typed; words of people stand in a textarea. */
const LINES = new Set(['text', 'search', 'tel']);

/** A day or an amount from an input method that is full-width altogether: its marks are between digits only. */
const AMOUNT_OR_DAY = /^\d[\d\s－—．：／，、。年月日٫٬]*$/u;

function asTyped(text: string): string {
  const folded = foldDigits(text);
  return AMOUNT_OR_DAY.test(folded) ? folded.replace(/[－．：／，]/g, (mark) => mark.normalize('NFKC')) : folded;
}

/** Before anything of the page hears of it: fields, calendars and dialogs alike read what was meant. */
export function foldTypedDigits(): void {
  document.addEventListener('input', (event) => fold(event.target, event.isComposing), true);
  // What an input method was composing is said to the page before it is whole.
  document.addEventListener(
    'compositionend',
    ({ target }) => {
      if (fold(target, false)) target!.dispatchEvent(new Event('input', { bubbles: true }));
    },
    true,
  );
}

/** Past the setter that React has put before that of the browser: React would take its own for no change. */
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;

function fold(field: EventTarget | null, composing: boolean): boolean {
  if (!(field instanceof HTMLInputElement) || !LINES.has(field.type) || composing) return false;
  const text = asTyped(field.value);
  if (text === field.value) return false;
  const { selectionStart, selectionEnd } = field;
  setValue.call(field, text);
  field.setSelectionRange(selectionStart, selectionEnd);
  return true;
}
