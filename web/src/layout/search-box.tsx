import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { focusNearest } from '../components/focus.ts';
import { useFinding } from '../persons/use-finding.ts';

const SearchResults = lazy(async () => ({ default: (await import('./search-results.tsx')).SearchResults }));

/** On every page: by any number or its last digits, or by a name. */
export function SearchBox() {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Schemas['Found']>();
  useSlashKey(input);

  const opened = useRef(false);
  const leave = (): void => {
    opened.current = true;
    setFound(undefined);
    setText('');
  };
  const search = useFinding(async (answer) => {
    const [only, ...others] = answer.items;
    if (!only || others.length > 0) return setFound(answer);
    leave();
    return navigate({ to: '/transfers/$id', params: { id: only.id } });
  });
  const { pathname } = useLocation();
  // On from the page that was found, not from the box: the list of what was found gives the focus back to it.
  useEffect(() => {
    if (!opened.current) return;
    opened.current = false;
    input.current?.blur();
    focusNearest([]);
  }, [pathname]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') search.mutate(text.trim());
  };
  const close = (): void => {
    setFound(undefined);
    search.reset();
  };
  return (
    <>
      <form role="search" className="search no-print" onSubmit={submit} title={t('layout.search.shortcut')}>
        <label htmlFor={id} className="unseen">
          {t('layout.search.label')}
        </label>
        <input
          id={id}
          ref={input}
          type="text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('layout.search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <button type="submit" aria-busy={search.isPending}>
          {t('layout.search.button')}
        </button>
      </form>
      {(found !== undefined || search.isError) && (
        <Suspense fallback={null}>
          <SearchResults found={found} error={search.error} onOpen={leave} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** `/` goes to the search, unless somebody is writing. */
function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const writing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}
