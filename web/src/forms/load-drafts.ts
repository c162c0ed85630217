/** What the office has kept comes into the tab: at the sign-in, and now and then from the other browsers of the same account. */
import { client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { draftsOf, readDraft, removeDraft, writeDraft, type DraftId } from './drafts.ts';
import { copyName, draftOfCopy, idOfCopy, isSame, noteOther, saveSoon } from './office-copies.ts';

/** Nobody waits longer for a page because of them. */
const PATIENCE_MS = 2_000;
const AGAIN_AFTER_MS = 20_000;

const open = new Map<string, number>();

/** A form that is open is not changed under the hands of whoever types. @returns what to call when it is closed */
export function noteOpen(id: DraftId): () => void {
  const name = copyName(id);
  open.set(name, (open.get(name) ?? 0) + 1);
  return () => {
    open.set(name, (open.get(name) ?? 1) - 1);
  };
}

const isOpen = (id: DraftId): boolean => (open.get(copyName(id)) ?? 0) > 0;

let loaded: { readonly staffId: string; readonly at: number } | undefined;

/** The first time it is waited for, as long as that takes no time; afterwards it comes by the way. */
export async function loadDrafts(staffId: string): Promise<void> {
  const isFirst = loaded?.staffId !== staffId;
  if (!isFirst && performance.now() - (loaded?.at ?? 0) < AGAIN_AFTER_MS) return;
  loaded = { staffId, at: performance.now() };
  const coming = load(staffId).catch(() => {
    loaded = undefined;
  });
  if (isFirst) await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** Whoever comes back to this window may come from another one. */
export const loadAgain = (): void => {
  if (loaded) void loadDrafts(loaded.staffId);
};

async function load(staffId: string): Promise<void> {
  const { data } = await client.GET('/drafts');
  if (!data) throw new Error('no drafts were read');
  for (const copy of data.items) take(staffId, copy);
  const there = new Set(data.items.map(({ name }) => name));
  for (const id of draftsOf(staffId)) {
    const draft = readDraft(id);
    if (draft?.unsaved === true) saveSoon(id);
    // Recorded or discarded elsewhere.
    else if (draft?.revision !== undefined && !there.has(copyName(id))) removeDraft(id);
  }
}

function take(staffId: string, copy: Schemas['Draft']): void {
  const id = idOfCopy(staffId, copy.name);
  const draft = draftOfCopy(copy);
  if (!id || !draft) return;
  const here = readDraft(id);
  if (here?.revision === copy.revision) return;
  // Its own, saved as its page went: nobody was left to hear the answer.
  if (here && isSame(here, draft)) return writeDraft(id, { ...here, revision: copy.revision });
  if (here?.unsaved === true || isOpen(id)) noteOther(id, draft);
  else writeDraft(id, draft);
}
