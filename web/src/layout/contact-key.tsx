import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dressed } from './lazily-dressed.ts';

const ContactDialog = lazy(async () => ({ default: (await import('../contacts/contact-dialog.tsx')).ContactDialog }));

const OF_TRANSFER = /^(?:\/app)?\/transfers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/;

/** On every page: a talk is recorded by one key, about the transfer that is looked at. */
export function ContactKey() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useLetter('c', 'KeyC', () => setOpen(true));
  const transferId = OF_TRANSFER.exec(pathname)?.[1];
  return (
    <>
      <button
        type="button"
        className="plain no-print"
        title={t('layout.contact.shortcut')}
        aria-keyshortcuts="c"
        onClick={() => setOpen(true)}
      >
        {t('layout.contact.record')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Dressed>
            <ContactDialog key={transferId ?? ''} transferId={transferId} onClose={() => setOpen(false)} />
          </Dressed>
        </Suspense>
      )}
    </>
  );
}

const TAKES_LETTERS = 'input, textarea, select, [contenteditable], [role=dialog], [role=combobox], [role=listbox]';

/** By its place where that bears no other small Latin letter: layouts of other scripts, and Caps Lock. */
const isLetter = ({ key, code, shiftKey }: KeyboardEvent, letter: string, place: string): boolean =>
  key === letter || (code === place && !shiftKey && !/^[a-z]$/.test(key));

/** Unless somebody is writing, or in a window. */
function useLetter(letter: string, place: string, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, ctrlKey, metaKey, altKey } = event;
      if (!isLetter(event, letter, place) || ctrlKey || metaKey || altKey || event.repeat || event.isComposing) return;
      if (target instanceof HTMLElement && target.closest(TAKES_LETTERS)) return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
