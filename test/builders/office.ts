import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/connection/connection.ts';
import { Keyring } from '../../db/connection/sealing.ts';
import type { Role } from '../../domain/roles.ts';

export const testKeyring = new Keyring([{ id: 'd1', key: randomBytes(32) }], [{ id: 'h1', key: randomBytes(32) }]);

export interface TestOffice {
  readonly officeId: string;
  /** One id per role, and more where a second person is needed. */
  readonly staff: Record<
    | 'clerk'
    | 'letterClerk'
    | 'letterClerk2'
    | 'entryClerk'
    | 'reviewer'
    | 'reviewer2'
    | 'accountClerk'
    | 'finance'
    | 'manager',
    string
  >;
}

const POSTS: [keyof TestOffice['staff'], Role[]][] = [
  ['clerk', ['clerk']],
  ['letterClerk', ['letterClerk']],
  ['letterClerk2', ['letterClerk']],
  ['entryClerk', ['entryClerk']],
  ['reviewer', ['reviewer']],
  ['reviewer2', ['reviewer', 'entryClerk']],
  ['accountClerk', ['accountClerk']],
  ['finance', ['finance']],
  ['manager', ['manager', 'administrator']],
];

/** An office with one or two people per post and one counterpart, 310000. */
export async function anOffice(db: Db): Promise<TestOffice> {
  const officeId = 'test-office';
  await db
    .insertInto('offices')
    .values({ id: officeId, name: '样例区社会保险事业管理中心', area_code: '110102', telephone: '010-66000000' })
    .execute();
  const staff = {} as Record<keyof TestOffice['staff'], string>;
  for (const [name, roles] of POSTS) {
    const { id } = await db
      .insertInto('staff')
      .values({ office_id: officeId, username: name.toLowerCase(), display_name: name })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('staff_roles')
      .values(roles.map((role) => ({ staff_id: id, role })))
      .execute();
    staff[name] = id;
  }
  await db
    .insertInto('counterparts')
    .values({ area_code: '310000', name: '样例市社会保险中心', channel: 'ems' })
    .execute();
  return { officeId, staff };
}
