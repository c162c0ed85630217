import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from './types.ts';

type Changes = Schemas['Changes'];

/** Lists, figures and whatever nobody named may be asked for again this often; the transfer that changed at once. */
const LISTS_EVERY_MS = 5_000;
const AGAIN_AFTER_MS = 10_000;
const ALL: Changes = { everything: true, transfers: [] };

/**
 * What changes in the office shows without being asked for. The line is held while the page is seen: a browser has six for one
 * server, and a desk has more tabs. After a line that was lost everything that is shown is asked for anew.
 */
export function useLive(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const shown = new Shown(queryClient);
    let line: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const close = (): void => {
      line?.close();
      line = undefined;
      clearTimeout(again);
    };
    const open = (): void => {
      close();
      const opened = new EventSource('/changes');
      opened.onmessage = ({ data }: MessageEvent<string>) => shown.isOld(JSON.parse(data) as Changes);
      opened.onerror = () => {
        // A line that broke is taken up by the browser; one that was refused is not.
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(reopen, AGAIN_AFTER_MS);
      };
      line = opened;
    };
    const reopen = (): void => {
      shown.isOld(ALL);
      open();
    };
    const onVisibility = (): void => (document.hidden ? close() : reopen());
    if (!document.hidden) open();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      close();
      shown.forget();
    };
  }, [queryClient]);
}

/** What this page shows, and when it was last found to be old. */
class Shown {
  readonly #queryClient: QueryClient;
  #isAllOld = false;
  #askedAt = -Infinity;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  isOld({ everything, transfers }: Changes): void {
    const changed = new Set(transfers);
    this.#ask((query) => changed.has(subjectOf(query) ?? ''));
    // Said while the lists wait for their turn, it counts when that comes.
    this.#isAllOld ||= everything;
    const waitMs = Math.max(0, this.#askedAt + LISTS_EVERY_MS - performance.now());
    this.#waiting ??= setTimeout(() => this.#askLists(), waitMs);
  }

  #askLists(): void {
    const isAllOld = this.#isAllOld;
    this.#isAllOld = false;
    this.#waiting = undefined;
    this.#askedAt = performance.now();
    this.#ask((query) => isAllOld || subjectOf(query) === undefined);
  }

  forget(): void {
    clearTimeout(this.#waiting);
  }

  #ask(predicate: (query: Query) => boolean): void {
    void this.#queryClient.invalidateQueries({ predicate: (query) => isOfTheLedger(query) && predicate(query) });
  }
}

/** Who is signed in, and the words of the contract, change otherwise. */
const STANDS = new Set<unknown>(['/me', '/procedures', '/reason-codes', '/practice/accounts', '/clock']);
const isOfTheLedger = ({ queryKey: [method, path] }: Query): boolean => method === 'get' && !STANDS.has(path);

/** The id in the address that it asks; a list has none. */
function subjectOf({ queryKey }: Query): string | undefined {
  const asked = queryKey[2] as { params?: { path?: { id?: unknown } } } | undefined;
  const id = asked?.params?.path?.id;
  return typeof id === 'string' ? id : undefined;
}
