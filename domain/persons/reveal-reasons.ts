/** Why somebody may have numbers shown whole that are not theirs to work with: one of these words, and for the last one a sentence. */
import type { Defect } from '../errors.ts';

export const REVEAL_REASONS = ['callPerson', 'personIsHere', 'checkIdentity', 'complaint', 'other'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

export function revealDefects(reason: RevealReason, note: string | undefined): Defect[] {
  if (reason !== 'other' || (note ?? '').trim() !== '') return [];
  return [{ field: 'note', code: 'missing', message: 'Say why, where none of the reasons fits.' }];
}
