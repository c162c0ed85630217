import { useMe, useStaff } from '../../api/queries.ts';

/** The name of a colleague whose work is looked at; undefined: it is my own. */
export function useWhose(staffId: string): string | undefined {
  const me = useMe();
  const staff = useStaff();
  if (staffId === me.id) return undefined;
  return staff.find(({ id }) => id === staffId)?.displayName ?? '';
}
