/** One look at what is held: who may hold what today, and who holds a piece of work otherwise. */
import { handingOf, type Handing, type HeldWork } from '../../domain/staff/held-work.ts';
import { isAway } from '../../domain/staff/owner-choice.ts';
import type { Db } from '../connection/connection.ts';
import type { Roster } from '../office/roster.ts';
import { loadIn, loadsOf } from './loads.ts';

export interface Review {
  readonly officeId: string;
  readonly today: string;
  readonly roster: Roster;
  /** Nobody had asked for it: what a transfer's history calls it. */
  readonly repairs: boolean;
}

/** Undefined: it stays where it is. */
export async function handing(
  db: Db,
  { officeId, today, roster }: Pick<Review, 'officeId' | 'today' | 'roster'>,
  held: HeldWork,
): Promise<Handing | undefined> {
  return handingOf(roster.of(officeId), loadIn(await loadsOf(db, roster)), held, today);
}

/** Present colleagues with what they may do, as two lists of one length. */
export function mayDo({ roster, officeId, today }: Review): { ids: string[]; roles: string[] } {
  const pairs = roster
    .of(officeId)
    .filter((one) => !isAway(one, today))
    .flatMap(({ id, roles }) => roles.map((role) => [id, role] as const));
  return { ids: pairs.map(([id]) => id), roles: pairs.map(([, role]) => role) };
}
