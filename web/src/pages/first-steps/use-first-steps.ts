/** What a new office is asked, and which of it is answered: read from what stands in the ledger, kept nowhere. */
import { DESK_ROLES, type Role } from '../../../../domain/roles.ts';
import { api } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { useNotices } from '../settings/use-notices.ts';

export const QUESTIONS = ['office', 'accounts', 'holidays', 'people', 'cases'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface FirstSteps {
  readonly answered: Readonly<Record<Question, boolean>>;
  readonly open: number;
  /** Nobody has them. */
  readonly missingRoles: readonly Role[];
}

/** For an administrator; undefined while it is not known. */
export function useFirstSteps(): FirstSteps | undefined {
  const office = api.useQuery('get', '/office', {});
  const accounts = api.useQuery('get', '/bank-accounts', {});
  const staff = api.useQuery('get', '/staff', {});
  const imports = api.useQuery('get', '/imports', { params: { query: { limit: 1 } } });
  const work = api.useQuery('get', '/metrics/progress', {});
  const today = useOfficeDate();
  const notices = useNotices();
  if (!office.data || !accounts.data || !staff.data || !imports.data || !work.data || !notices.data || !today) return;
  const held = new Set(staff.data.items.filter(({ active }) => active).flatMap(({ roles }) => roles));
  const missingRoles = DESK_ROLES.filter((role) => !held.has(role));
  const year = Number(today.slice(0, 4));
  const answered = {
    office: office.data.name !== '' && office.data.telephone !== '',
    accounts: accounts.data.items.length > 0,
    holidays: notices.data.some((one) => one.year === year && one.known),
    people: missingRoles.length === 0,
    cases: imports.data.items.length > 0 || work.data.open + work.data.closed > 0,
  };
  return { answered, missingRoles, open: QUESTIONS.filter((question) => !answered[question]).length };
}
