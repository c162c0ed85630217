/** What was typed and is not recorded yet, kept in this tab by person, form and subject (docs/decisions/0045 and 0055). */

export interface DraftId {
  readonly staffId: string;
  /** `fact/letterSent`, `accept`. */
  readonly form: string;
  /** What it is about: a transfer, a task; one form of the office has none. */
  readonly subject: string;
}

export interface Draft {
  readonly savedAt: string;
  /** Sent before the line was cut and again from here, it is recorded once. */
  readonly key: string;
  /** The form was open when the page went away: it opens again. */
  readonly open: boolean;
  readonly values: object;
  /** Which of the office's copies stands here, or was typed on from; absent: none. */
  readonly revision?: string | undefined;
  /** The office has not got it yet. */
  readonly unsaved?: boolean;
}

const PREFIX = 'baton.draft ';

const nameOf = ({ staffId, form, subject }: DraftId): string => `${PREFIX}${staffId} ${form} ${subject}`;

export function readDraft(id: DraftId): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(id)) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === 'object' &&
  kept !== null &&
  'key' in kept &&
  'savedAt' in kept &&
  'values' in kept &&
  typeof kept.values === 'object' &&
  kept.values !== null;

/** A browser that keeps nothing is no reason to stop whoever types. */
export function writeDraft(id: DraftId, draft: Draft): void {
  try {
    sessionStorage.setItem(nameOf(id), JSON.stringify(draft));
  } catch {
    // Its space is used up, or it is forbidden.
  }
}

export function removeDraft(id: DraftId): void {
  sessionStorage.removeItem(nameOf(id));
}

export const dropDrafts = (): void => dropWhere(() => true);

/** Somebody else sits here now. */
export const dropDraftsOfOthers = (staffId: string): void =>
  dropWhere((name) => !name.startsWith(`${PREFIX}${staffId} `));

export const hasDrafts = (): boolean => names().length > 0;

export function draftsOf(staffId: string): DraftId[] {
  return names().flatMap((name) => {
    const [whose, form, subject] = name.slice(PREFIX.length).split(' ');
    return whose === staffId && form !== undefined && subject !== undefined ? [{ staffId, form, subject }] : [];
  });
}

/** The forms of the subject that were begun: `fact/letterSent`. */
export const begunForms = (staffId: string, subject: string): string[] =>
  draftsOf(staffId).flatMap((id) => (id.subject === subject ? [id.form] : []));

function dropWhere(isDropped: (name: string) => boolean): void {
  for (const name of names().filter(isDropped)) sessionStorage.removeItem(name);
}

const names = (): string[] => Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
