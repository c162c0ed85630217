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
    // What goes into a field is heard of as its text; elsewhere a sign that no key has, as a reader sends it, is heard of here only.
    const came = (event: KeyboardEvent): void => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !isField(event.target)) note(event.key, event);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Enter' || event.key === 'Tab') return ended(event);
      if (event.key !== ' ' || isField(event.target) || !burst.isOfMachine) return;
      // A blank in an address would answer the question that has the focus.
      event.preventDefault();
      note(event.key, event);
    };
    const ended = (event: KeyboardEvent): void => {
      const card = burst.isLine(event.timeStamp) ? readCardLine(burst.text, format) : undefined;
      const stop = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (!card) {
        const isBetween = event.key === 'Tab' && format.separator === '\t' && burst.isOfMachine;
        if (!isBetween) return burst.end();
        stop();
        return note('\t', event);
      }
      stop();
      burst.end();
      if (before) giveBack(before);
      read.current(card);
    };
    document.addEventListener('beforeinput', typed, true);
    document.addEventListener('keypress', came, true);
    document.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener('beforeinput', typed, true);
      document.removeEventListener('keypress', came, true);
      document.removeEventListener('keydown', pressed, true);
    };
  }, [format]);
}
