/** Administrators of an office that has no others. */
import { sql } from 'kysely';
import { recordLogin } from '../../db/office/sessions.ts';
import type { Caller, TestApi } from '../support/api.ts';

export interface Account {
  readonly id: string;
  readonly caller: Caller;
}

/** None of them has signed in lately. */
export async function onlyAdministrators(api: TestApi, many: number): Promise<Account[]> {
  await sql`delete from staff_roles where role = 'administrator'`.execute(api.db);
  return Promise.all(Array.from({ length: many }, () => administrator(api)));
}

async function administrator(api: TestApi): Promise<Account> {
  const caller = await api.asNew(['administrator']);
  return { caller, id: (await caller.get('/me')).body.id as string };
}

/** From now on he is a second one for the others. */
export const signsIn = ({ db, office: { officeId } }: TestApi, { id: staffId }: Account): Promise<void> =>
  recordLogin(db, { officeId, staffId, succeeded: true });
