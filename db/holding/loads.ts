/** How much each colleague has to do: read every few seconds, with what this process has given out since. */
import type { LoadOf } from '../../domain/staff/owner-choice.ts';
import type { Db } from '../connection/connection.ts';
import type { Roster } from '../office/roster.ts';

interface Loads {
  readAt: number;
  readonly openSteps: Map<string, number>;
}

const LOADS_MS = 3_000;

/** A changed roster is another one: its loads are read with it. */
const known = new WeakMap<Roster, Loads>();

/** Whoever finds them old reads them; the others go on meanwhile with what is known. */
export async function loadsOf(db: Db, roster: Roster): Promise<Map<string, number>> {
  const before = known.get(roster);
  const now = performance.now();
  if (before && now - before.readAt < LOADS_MS) return before.openSteps;
  if (before) before.readAt = now;
  const openSteps = await countOpenSteps(db);
  known.set(roster, { readAt: now, openSteps });
  return openSteps;
}

export const loadIn =
  (openSteps: ReadonlyMap<string, number>): LoadOf =>
  (staffId) =>
    openSteps.get(staffId) ?? 0;

export function addLoad(openSteps: Map<string, number>, staffId: string): void {
  openSteps.set(staffId, (openSteps.get(staffId) ?? 0) + 1);
}

/** As they stand: an absence that is entered makes another roster, whose loads are read then. */
export async function countOpenSteps(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('steps')
    .select((eb) => ['owner_id', eb.fn.countAll<number>().as('open')])
    .where('closed_at', 'is', null)
    .groupBy('owner_id')
    .execute();
  return new Map(rows.map(({ owner_id: staffId, open }) => [staffId, open]));
}
