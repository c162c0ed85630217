/** Who gets a piece of work: by role, presence, duties that must be apart, continuity and load. */
import type { Role } from '../roles.ts';

interface Away {
  readonly from: string;
  /** The last day; null: until further notice. */
  readonly until: string | null;
  readonly standInId: string | null;
  /** Who is in his place for the transfers that he is the steward of. */
  readonly deputyId?: string | null;
}

/** Somebody who works here. */
export interface Colleague {
  readonly id: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly absences: readonly Away[];
}

export interface OwnerQuestion {
  readonly role: Role;
  /** Separation of duties: never one of these, stand-ins too. */
  readonly apartFrom?: readonly string[];
  /** Continuity: one of these when present. An absent one's stand-in counts as he does. */
  readonly prefer?: readonly string[];
  /** The office day. */
  readonly on: string;
}

export interface ChosenOwner {
  readonly staffId: string;
  /** Nobody of the role was eligible. */
  readonly managerHolds: boolean;
}

export type LoadOf = (staffId: string) => number;

export const isAway = ({ absences }: Colleague, day: string): boolean => absenceOn(absences, day).length > 0;

const absenceOn = (absences: readonly Away[], day: string): readonly Away[] =>
  absences.filter(({ from, until }) => from <= day && (until === null || until >= day));

/** Of equal ones the first. A manager who is away holds it when everybody is. Undefined: the office has nobody at all. */
export function chooseOwner(
  colleagues: readonly Colleague[],
  loadOf: LoadOf,
  question: OwnerQuestion,
): ChosenOwner | undefined {
  const found = leastLoaded(colleagues, loadOf, question);
  if (found) return { staffId: found.id, managerHolds: false };
  for (const evenAway of [false, true]) {
    for (const role of ['manager', 'administrator'] as const) {
      const manager = leastLoaded(colleagues, loadOf, { role, on: question.on, evenAway });
      if (manager) return { staffId: manager.id, managerHolds: question.role !== 'manager' };
    }
  }
  return undefined;
}

/** Who is told that something is late. Where everybody is away the first manager all the same; undefined: nobody works here. */
export function escalatedTo(colleagues: readonly Colleague[], on: string): string | undefined {
  const those = (role: Role): readonly Colleague[] => colleagues.filter(({ roles }) => roles.includes(role));
  const [managers, administrators] = [those('manager'), those('administrator')];
  const ids = managers.map(({ id }) => id);
  const inPlace = [standInsOf(colleagues, ids, on), deputiesOf(colleagues, ids, on)].flat();
  const present = (some: readonly Colleague[]) => some.find((one) => !isAway(one, on));
  const deputies = inPlace.flatMap((id) => colleagues.find((one) => one.id === id) ?? []);
  return (present(managers) ?? present(deputies) ?? present(administrators) ?? managers[0] ?? administrators[0])?.id;
}

function leastLoaded(
  colleagues: readonly Colleague[],
  loadOf: LoadOf,
  { role, apartFrom = [], prefer = [], on, evenAway = false }: OwnerQuestion & { readonly evenAway?: boolean },
): Colleague | undefined {
  const preferred = new Set([prefer, standInsOf(colleagues, prefer, on), deputiesOf(colleagues, prefer, on)].flat());
  const rank = (one: Colleague): readonly [number, number] => [preferred.has(one.id) ? 0 : 1, loadOf(one.id)];
  const eligible = colleagues.filter(
    (one) => one.roles.includes(role) && !apartFrom.includes(one.id) && (evenAway || !isAway(one, on)),
  );
  return eligible.reduce<Colleague | undefined>(
    (best, one) => (best && !goesBefore(rank(one), rank(best)) ? best : one),
    undefined,
  );
}

const goesBefore = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

const absencesOf = (colleagues: readonly Colleague[], ofThese: readonly string[], day: string): readonly Away[] =>
  colleagues.filter(({ id }) => ofThese.includes(id)).flatMap(({ absences }) => absenceOn(absences, day));

/** Whom those of these who are away today have named. */
export const standInsOf = (colleagues: readonly Colleague[], ofThese: readonly string[], day: string): string[] =>
  absencesOf(colleagues, ofThese, day).flatMap(({ standInId }) => standInId ?? []);

/** Who is in their place for the transfers that they are the stewards of. */
export const deputiesOf = (colleagues: readonly Colleague[], ofThese: readonly string[], day: string): string[] =>
  absencesOf(colleagues, ofThese, day).flatMap(({ deputyId }) => deputyId ?? []);
