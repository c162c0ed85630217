import createClient, { type Client } from 'openapi-fetch';
import { type components, type paths } from '../../api/contract.generated.ts';
import { type Standing } from './standing.ts';

type Schemas = components['schemas'];

/** What the live table shows; a part is undefined when the API did not answer for it just now. */
export type Figures = {
  clock?: Schemas['Clock'] | undefined;
  open?: Schemas['OpenWork'] | undefined;
  completion?: Schemas['Completion'] | undefined;
  operations?: Schemas['Operations'] | undefined;
};

export type PracticeAccount = { username: string; displayName: string; roles: string[]; password: string };

/** Practice begins here; until the simulator says otherwise its month is everything since. */
const PRACTICE_BEGINS = '2026-01-05';

/** The accounts that anyone at this machine may use; none in an office that is not for practice. */
export async function practiceAccounts(url: string): Promise<PracticeAccount[]> {
  const { data } = await createClient<paths>({ baseUrl: url }).GET('/practice/accounts');
  return data?.items ?? [];
}

/** Reads the figures of a practice office as a visitor with these accounts could. */
export function figuresOf(
  url: string,
  accounts: PracticeAccount[],
  standing: () => Standing | undefined,
): () => Promise<Figures> {
  const client = createClient<paths>({ baseUrl: url });
  const asManager = signedIn(client, accounts, 'manager');
  const asAdministrator = signedIn(client, accounts, 'administrator');
  return async () => {
    const clock = await answer(() => client.GET('/clock'));
    const asOf = clock?.officeDate ?? PRACTICE_BEGINS;
    const { from = PRACTICE_BEGINS, to = asOf } = standing() ?? {};
    const query = { direction: 'in' as const, from, to: to < asOf ? to : asOf, asOf };
    return {
      clock,
      open: await answer(async () => client.GET('/metrics/progress', await asManager())),
      completion: await answer(async () =>
        client.GET('/metrics/completion', { ...(await asManager()), params: { query } }),
      ),
      operations: await answer(async () => client.GET('/operations', await asAdministrator())),
    };
  };
}

type Authorised = { headers: { authorization: string } };

/** Signs in at the first use and again an hour later: sessions end, and the login limit is not to be used up. */
function signedIn(client: Client<paths>, accounts: PracticeAccount[], role: string): () => Promise<Authorised> {
  const account = accounts.find(({ roles }) => roles.includes(role));
  let token: { value: string; until: number } | undefined;
  return async () => {
    if (!account) throw new Error(`no practice account has the role ${role}`);
    if (!token || Date.now() > token.until) {
      const { username, password } = account;
      const { data } = await client.POST('/sessions', { body: { username, password } });
      if (!data) throw new Error(`${username} could not sign in`);
      token = { value: data.token, until: Date.now() + 3_600_000 };
    }
    return { headers: { authorization: `Bearer ${token.value}` } };
  };
}

/** The table goes on without a figure while the API is being started again. */
async function answer<T>(request: () => Promise<{ data?: T }>): Promise<T | undefined> {
  try {
    return (await request()).data;
  } catch {
    return undefined;
  }
}
