/** How often somebody may save what they type: a person who types pauses, and the console saves in the pauses. */
import type { Db } from '../../db/connection/connection.ts';
import { keyOf, spendOne, tries } from './tries.ts';

const PER_MINUTE = 120;

export interface DraftLimit {
  /** Counts one; throws `too-many-attempts`. */
  spend(staffId: string): Promise<void>;
}

export function draftLimit(db: Db): DraftLimit {
  const limiter = tries(db, { keyPrefix: 'drafts', points: PER_MINUTE, durationSeconds: 60 });
  return {
    spend: (staffId) => spendOne(limiter, keyOf(staffId), () => 'Saved too often; it is saved again in a minute.'),
  };
}
