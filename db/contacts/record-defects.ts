/** What only the ledger knows to be wrong with a talk. */
import { sql } from 'kysely';
import { promiseDefects } from '../../domain/contacts/promise.ts';
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import { DESK_ROLES } from '../../domain/roles.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import type { NewContact } from './asked.ts';
import { checkDefects } from './identity.ts';
import type { NewPromise, StandingPromise } from './promises.ts';
import { topicDefects } from './topics.ts';
import type { Whom } from './whom.ts';

interface Looked {
  readonly contact: NewContact;
  readonly occurredAt: Date;
  readonly whom: Whom | undefined;
  /** The promise that is kept by it. */
  readonly kept: StandingPromise | undefined;
  /** The one that is made in it. */
  readonly promise: NewPromise | undefined;
}

/** All that only the ledger knows to be wrong, at once. */
export async function refuseWhatIsWrong(tx: Tx, looked: Looked): Promise<void> {
  const { contact, occurredAt, whom, kept, promise } = looked;
  const { officeId, byStaffId } = contact;
  const check = { officeId, byStaffId, personId: whom?.personId, checkId: contact.identityCheckId };
  const known = { mobile: whom?.mobile ?? null, madeAt: occurredAt };
  const defects = [
    await topicDefects(tx, contact.topic, dateOf(occurredAt)),
    await checkDefects(tx, check),
    toldToNobody(contact, whom),
    keptBeforeDefects(kept, occurredAt),
    promise ? promiseDefects(promise, known) : [],
    promise ? await ownerDefects(tx, officeId, promise.ownerId) : [],
  ].flat();
  refuseDefects(defects);
}

const toldToNobody = ({ toldPersonal }: NewContact, whom: Whom | undefined): Defect[] =>
  toldPersonal && !whom
    ? [{ field: 'toldPersonal', code: 'nobody', message: 'Of nobody whom the office knows nothing can be told.' }]
    : [];

const keptBeforeDefects = (kept: StandingPromise | undefined, occurredAt: Date): Defect[] =>
  kept && occurredAt < kept.contactAt
    ? [{ field: 'occurredAt', code: 'beforePromise', message: 'A promise is kept after it was made.' }]
    : [];

async function ownerDefects(tx: Tx, officeId: string, ownerId: string | undefined): Promise<Defect[]> {
  if (ownerId === undefined) return [];
  const { rows } =
    await sql<object>`select from staff where id = ${ownerId}::uuid and office_id = ${officeId} and active
    and exists (select from staff_roles where staff_id = staff.id and role = any(${[...DESK_ROLES]}::text[]))`.execute(
      tx,
    );
  return rows.length > 0
    ? []
    : [{ field: 'promise.ownerId', code: 'unknown', message: 'Nobody of this id works here at a desk.' }];
}
