/** What of a proposal may name a person stands sealed beside it, and comes back where it is read or done. */
import type { ApprovalChange } from '../../domain/approvals.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText, openText, type AboutText, type NewText } from '../texts/sealed-texts.ts';
import type { ApprovalKind } from './kind.ts';

interface Words {
  readonly proposal: Readonly<Record<string, unknown>>;
  readonly changes: readonly PlacedChange[];
}

/** At which of all lines it is read. */
interface PlacedChange extends ApprovalChange {
  readonly at: number;
}

interface Proposed {
  readonly proposal: unknown;
  readonly changes: readonly ApprovalChange[];
}

/** The proposal without what may name somebody, and that as a text. */
export function wordsApart(
  keyring: Keyring,
  about: AboutText,
  sealed: ApprovalKind['sealed'],
  { proposal, changes }: Proposed,
): Proposed & { readonly words: NewText | undefined } {
  if (!sealed) return { proposal, changes, words: undefined };
  const members = Object.entries(proposal as Record<string, unknown>);
  const isSealed = ([name]: readonly [string, unknown]): boolean => sealed.proposal.includes(name);
  const kept: Words = {
    proposal: Object.fromEntries(members.filter(isSealed)),
    changes: changes.flatMap((one, at) => (sealed.changes.includes(one.field) ? [{ ...one, at }] : [])),
  };
  const isAny = Object.keys(kept.proposal).length + kept.changes.length > 0;
  return {
    proposal: Object.fromEntries(members.filter((member) => !isSealed(member))),
    changes: changes.filter(({ field }) => !sealed.changes.includes(field)),
    words: isAny ? newText(keyring, about, JSON.stringify(kept)) : undefined,
  };
}

/** Nothing of it once it is destroyed. */
export function wordsOf(keyring: Keyring, id: string | null, sealed: Buffer | null): Words {
  if (id === null || sealed === null) return { proposal: {}, changes: [] };
  return JSON.parse(openText(keyring, { id, sealed })) as Words;
}

/** All lines in the order in which they were written. */
export function changesWith(clear: readonly ApprovalChange[], { changes }: Words): ApprovalChange[] {
  const all = [...clear];
  for (const { at, ...change } of changes) all.splice(at, 0, change);
  return all;
}
