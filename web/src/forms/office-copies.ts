/** The copies of drafts that the office keeps: saved in the pauses of whoever types, one after the other, each over the one that was seen. */
import { client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { isDraft, readDraft, removeDraft, writeDraft, type Draft, type DraftId } from './drafts.ts';

const PAUSE_MS = 1_500;
/** A request that outlives its page may carry so much. */
const LARGEST_PARTING = 60_000;

/** As its address writes it; no form and no subject has these characters. */
export const copyName = ({ form, subject }: DraftId): string => `${form}.${subject}`.replaceAll('/', '~');

export function idOfCopy(staffId: string, name: string): DraftId | undefined {
  const [form, ...subject] = name.replaceAll('~', '/').split('.');
  return form && subject.length > 0 ? { staffId, form, subject: subject.join('.') } : undefined;
}

export function draftOfCopy({ text, revision, savedAt }: Schemas['Draft']): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(text);
    return isDraft(kept) ? { ...kept, savedAt, revision, unsaved: false } : undefined;
  } catch {
    return undefined;
  }
}

const textOf = ({ savedAt, key, open, values }: Draft): string => JSON.stringify({ savedAt, key, open, values });

/** The same text of the same thing, whenever it was saved. */
export const isSame = (one: Draft, other: Draft): boolean =>
  one.key === other.key && JSON.stringify(one.values) === JSON.stringify(other.values);

const waiting = new Map<string, { readonly id: DraftId; readonly timer: ReturnType<typeof setTimeout> }>();
const underWay = new Set<string>();
let line: Promise<void> = Promise.resolve();

/** One after the other: what was dropped never comes back by a saving that was late. */
function inLine(work: () => Promise<unknown>): Promise<void> {
  line = line.then(work).then(
    () => undefined,
    // The text stands in the tab; it is sent again with the next change, or when the office is seen again.
    () => undefined,
  );
  return line;
}

export function saveSoon(id: DraftId): void {
  const name = copyName(id);
  clearTimeout(waiting.get(name)?.timer);
  waiting.set(name, { id, timer: setTimeout(() => void saveWaiting(name), PAUSE_MS) });
}

/** Whoever leaves does not wait for the pause. */
export async function saveNow(isParting = false): Promise<void> {
  await Promise.all([...waiting.keys()].map((name) => saveWaiting(name, isParting)));
}

function saveWaiting(name: string, isParting = false): Promise<void> {
  const waits = waiting.get(name);
  if (!waits) return line;
  clearTimeout(waits.timer);
  waiting.delete(name);
  return inLine(() => save(waits.id, isParting));
}

async function save(id: DraftId, isParting: boolean): Promise<void> {
  const draft = readDraft(id);
  if (draft?.unsaved !== true) return;
  const name = copyName(id);
  const text = textOf(draft);
  underWay.add(name);
  try {
    const { data, response } = await client.PUT('/drafts/{name}', {
      params: { path: { name } },
      body: { text, seen: draft.revision ?? null },
      keepalive: isParting && text.length < LARGEST_PARTING,
    });
    if (data) noteSaved(id, draft, data.revision);
    if (response.status === 409) await findOther(id);
  } finally {
    underWay.delete(name);
  }
}

function noteSaved(id: DraftId, saved: Draft, revision: string): void {
  const now = readDraft(id);
  if (now) writeDraft(id, { ...now, revision, unsaved: textOf(now) !== textOf(saved) });
}

/** It is recorded, or not wanted any more. */
export function dropCopy(id: DraftId): void {
  const name = copyName(id);
  const before = readDraft(id);
  clearTimeout(waiting.get(name)?.timer);
  waiting.delete(name);
  removeDraft(id);
  forgetOther(id);
  if (before?.revision === undefined && !underWay.has(name)) return;
  void inLine(() => client.DELETE('/drafts/{name}', { params: { path: { name } } }));
}

const others = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** What another browser of the same account has saved meanwhile, while the form was open here. */
export const otherDraft = (id: DraftId): Draft | undefined => others.get(copyName(id));

export function onOther(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noteOther(id: DraftId, draft: Draft): void {
  others.set(copyName(id), draft);
  for (const tell of listeners) tell();
}

export function forgetOther(id: DraftId): void {
  if (others.delete(copyName(id))) for (const tell of listeners) tell();
}

async function findOther(id: DraftId): Promise<void> {
  const { data } = await client.GET('/drafts');
  const copy = data?.items.find(({ name }) => name === copyName(id));
  const draft = copy && draftOfCopy(copy);
  const now = readDraft(id);
  if (draft && !(now && isSame(now, draft))) return noteOther(id, draft);
  // It is gone again, or is this very one: what stands here is the only one.
  if (data && now) writeDraft(id, { ...now, revision: copy?.revision });
  if (data) saveSoon(id);
}
