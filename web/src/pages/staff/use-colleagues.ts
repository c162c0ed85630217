import { api } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';

export type Staff = Schemas['Staff'];

export interface Colleague extends Staff {
  /** The last day of an absence that runs today; undefined: nobody has said one. */
  readonly awayUntil: string | undefined;
}

/** Everybody with an account, those who work here first, with who is away. */
export function useColleagues() {
  const staff = api.useQuery('get', '/staff', {});
  const absences = api.useQuery('get', '/absences', {});
  const today = useOfficeDate();
  const known = staff.data && absences.data && today !== undefined;
  return {
    data: known ? colleagues(staff.data.items, absences.data.items, today) : undefined,
    error: staff.error ?? absences.error,
    isPending: staff.isPending || absences.isPending,
    refetch: () => Promise.all([staff.refetch(), absences.refetch()]),
  };
}

function colleagues(staff: readonly Staff[], absences: readonly Schemas['Absence'][], today: string): Colleague[] {
  const running = absences.filter(({ fromDay, untilDay }) => fromDay <= today && (untilDay ?? today) >= today);
  return staff
    .map((one) => ({
      ...one,
      awayUntil: running.find((absence) => absence.staff.id === one.id)?.untilDay ?? undefined,
    }))
    .sort((one, other) => Number(other.active) - Number(one.active));
}
