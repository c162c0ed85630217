import { useEffect, useRef } from 'react';
import { readCardLine, type CardFormat, type ReadCard } from '../../../../domain/persons/card-line.ts';
import { KeyBurst } from './key-burst.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement
    ? !['radio', 'checkbox', 'file'].includes(target.type)
    : target instanceof HTMLTextAreaElement;

/** Whatever has the focus while the card is read gets back what stood in it. */
function giveBack({ field, value }: { readonly field: Field; readonly value: string }): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // React hears of a value only where the browser's own setter has put it.
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Listens for a reader that plays a keyboard: its line ends with Enter or Tab, which then neither sends nor moves anything. */
export function useCardReader(format: CardFormat | undefined, onRead: (card: ReadCard) => void): void {
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  }, [onRead]);
  useEffect(() => {
    if (!format) return;
    const burst = new KeyBurst();
    let before: { readonly field: Field; readonly value: string } | undefined;
    const note = (signs: string, event: Event): void => {
      const { target } = event;
      const isNew = burst.add(signs, event.timeStamp);
      if (isNew) before = isField(target) ? { field: target, value: target.value } : undefined;
    };
    const typed = (event: InputEvent): void => {
      if (event.inputType === 'insertText' && event.data !== null && event.data !== '') note(event.data, event);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Enter' || event.key === 'Tab') return ended(event);
      // What goes into a field is heard of as its text, whatever the keys were.
      if (event.key.length !== 1 || isField(event.target)) return;
      note(event.key, event);
      if (burst.text.length > 2) event.preventDefault();
    };
    const ended = (event: KeyboardEvent): void => {
      if (!burst.isFast(event.timeStamp)) return;
      const stop = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      const card = readCardLine(burst.text, format);
      if (!card) {
        if (event.key === 'Tab' && format.separator === '\t') {
          stop();
          note('\t', event);
        }
        return;
      }
      stop();
      burst.end();
      if (before) giveBack(before);
      read.current(card);
    };
    document.addEventListener('beforeinput', typed, true);
    document.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener('beforeinput', typed, true);
      document.removeEventListener('keydown', pressed, true);
    };
  }, [format]);
}
