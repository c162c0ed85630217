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

/** For an administrator: as a query, of which `data` is undefined while it is not known. */
export function useFirstSteps() {
  const office = api.useQuery('get', '/office', {});
  const accounts = api.useQuery('get', '/bank-accounts', {});
  const staff = api.useQuery('get', '/staff', {});
  const imports = api.useQuery('get', '/imports', { params: { query: { limit: 1 } } });
  const work = api.useQuery('get', '/metrics/progress', {});
  const notices = useNotices();
  const today = useOfficeDate();
  const asked = [office, accounts, staff, imports, work, notices];
  const isKnown = office.data && accounts.data && staff.data && imports.data && work.data && notices.data && today;
  const data = isKnown
    ? firstSteps({
        office: office.data.name !== '' && office.data.telephone !== '',
        accounts: accounts.data.items.length > 0,
        holidays: notices.data!.some(({ year, known }) => known && year === Number(today.slice(0, 4))),
        cases: imports.data.items.length > 0 || work.data.open + work.data.closed > 0,
        roles: staff.data.items.filter(({ active }) => active).flatMap(({ roles }) => roles),
      })
    : undefined;
  return {
    data,
    error: asked.find(({ error }) => error)?.error,
    isPending: asked.some(({ isPending }) => isPending),
    refetch: () => Promise.all(asked.map((one) => one.refetch())),
  };
}

type Known = Omit<FirstSteps['answered'], 'people'> & { readonly roles: readonly Role[] };

function firstSteps({ roles, ...known }: Known): FirstSteps {
  const missingRoles = DESK_ROLES.filter((role) => !roles.includes(role));
  const answered = { ...known, people: missingRoles.length === 0 };
  return { answered, missingRoles, open: QUESTIONS.filter((question) => !answered[question]).length };
}
