import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { TransferRow } from '../api/types.ts';
import { focusNearest } from '../components/focus.ts';
import { useSending } from '../api/use-sending.ts';

const SearchResults = lazy(async () => ({ default: (await import('./search-results.tsx')).SearchResults }));

/** Any number goes in the body of a request, never in an address: history and logs keep addresses. */
export function SearchBox() {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly TransferRow[]>();
  useSlashKey(input);

  const openOne = async (row: TransferRow): Promise<void> => {
    setFound(undefined);
    setText('');
    await navigate({ to: '/transfers/$id', params: { id: row.id } });
    // On from the page that was found, not from the box: the list of what was found gives the focus back to it.
    input.current?.blur();
    focusNearest([]);
  };
  const search = useSending({
    mutationFn: async (any: string) => bodyOf(await client.POST('/transfers/search', { body: { any } })),
    onSuccess: async ({ items }) => {
      const [only, ...others] = items;
      if (only && others.length === 0) await openOne(only);
      else setFound(items);
    },
  });
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
          <SearchResults found={found ?? []} error={search.error} onOpen={(row) => void openOne(row)} onClose={close} />
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
