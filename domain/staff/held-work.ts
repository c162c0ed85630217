/** Whether somebody may go on holding what he holds, and who holds it otherwise. */
import type { Role } from '../roles.ts';
import { chooseOwner, deputiesOf, isAway, standInsOf, type Colleague, type LoadOf } from './owner-choice.ts';

export interface HeldWork {
  readonly ownerId: string;
  /** Undefined: nobody knows; then whoever is there may hold it. */
  readonly role: Role | undefined;
  /** Others who may keep what they have, though it goes to none of them. */
  readonly keptBy?: readonly Role[];
  /** Separation of duties. */
  readonly apartFrom: readonly string[];
  /** Whose it is while he is away. */
  readonly lentBy: string | null;
  /** Nobody of the role could hold it when it was given to him. */
  readonly managerHolds: boolean;
  /** Among equals, before whoever had it. */
  readonly prefer?: readonly string[];
  /** Work without separate duties: the steward may do it whatever his role, and the stand-in whom the absent one named. */
  readonly steward?: string | null;
}

export interface Handing {
  readonly to: string;
  readonly why: 'returned' | 'standIn' | 'reassigned' | 'managerHolds';
}

/** Undefined: it stays where it is. */
export function handingOf(
  colleagues: readonly Colleague[],
  loadOf: LoadOf,
  held: HeldWork,
  on: string,
): Handing | undefined {
  const { ownerId, lentBy, apartFrom } = held;
  const find = (id: string | null): Colleague | undefined => colleagues.find((one) => one.id === id);
  const [owner, lender] = [find(ownerId), find(lentBy)];
  const may = (one: Colleague | undefined): boolean => one !== undefined && mayHold(one, held, colleagues, on);
  if (lender && lender !== owner && may(lender)) return { to: lender.id, why: 'returned' };
  if (may(owner) || staysWithManager(owner, held, on)) return undefined;
  const isLent = lentBy !== null || (owner !== undefined && isAway(owner, on));
  // Whoever left for good cannot say who knows the case: the manager decides.
  const role = owner || lentBy !== null ? (held.role ?? 'manager') : 'manager';
  const prefer = held.prefer ?? [ownerId, lentBy ?? []].flat();
  const named = owner && namedStandIn(colleagues, held, owner, on);
  if (named) return { to: named.id, why: 'standIn' };
  const chosen = chooseOwner(colleagues, loadOf, { role, apartFrom, prefer, on });
  if (!chosen || (chosen.managerHolds && isAsGood(owner, find(chosen.staffId), on))) return undefined;
  return { to: chosen.staffId, why: chosen.managerHolds ? 'managerHolds' : isLent ? 'standIn' : 'reassigned' };
}

function mayHold(one: Colleague, held: HeldWork, colleagues: readonly Colleague[], on: string): boolean {
  if (isAway(one, on) || held.apartFrom.includes(one.id)) return false;
  if (held.role === undefined || one.roles.includes(held.role)) return true;
  return one.roles.some((role) => held.keptBy?.includes(role)) || isExcepted(one, held, colleagues, on);
}

function isExcepted(one: Colleague, held: HeldWork, colleagues: readonly Colleague[], on: string): boolean {
  const { steward, lentBy } = held;
  if (steward === undefined) return false;
  const named = standInsOf(colleagues, [lentBy ?? []].flat(), on);
  const deputies = deputiesOf(colleagues, [steward ?? []].flat(), on);
  return [steward, named, deputies].flat().includes(one.id);
}

/** He may do everything, and keeps what he has taken; what he has only because nobody could goes on as soon as somebody can. */
const staysWithManager = (owner: Colleague | undefined, held: HeldWork, on: string): boolean =>
  owner !== undefined && owner.roles.includes('manager') && !held.managerHolds && !isAway(owner, on);

/** Of one who is away: he need not have the role. */
function namedStandIn(
  colleagues: readonly Colleague[],
  held: HeldWork,
  owner: Colleague,
  on: string,
): Colleague | undefined {
  if (held.steward === undefined) return undefined;
  const named = standInsOf(colleagues, [owner.id], on);
  return colleagues.find(
    (one) => named.includes(one.id) && one !== owner && !isAway(one, on) && !held.apartFrom.includes(one.id),
  );
}

/** From one manager to another nothing would be won. */
function isAsGood(owner: Colleague | undefined, chosen: Colleague | undefined, on: string): boolean {
  if (!owner || !chosen) return false;
  if (owner === chosen) return true;
  const rank = (one: Colleague): number =>
    (isAway(one, on) ? 2 : 0) + (one.roles.includes('manager') ? 0 : one.roles.includes('administrator') ? 1 : 4);
  return rank(owner) <= rank(chosen);
}
