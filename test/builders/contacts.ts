/** Talks with people, as a desk records them. */
import type { NewContact } from '../../db/contacts/asked.ts';
import { recordContact } from '../../db/contacts/record.ts';
import type { Db } from '../../db/connection/connection.ts';
import { aKey, type Answer, type Caller } from '../support/api.ts';
import { testKeyring, type TestOffice } from './office.ts';

/** At the counter, about progress, solved. */
export const aTalk = (change: object = {}) => ({
  channel: 'window',
  direction: 'in',
  topic: 'transferInProgress',
  consultation: true,
  outcome: 'solvedAtOnce',
  ...change,
});

export const talks = (who: Caller, change: object = {}, key = aKey()): Promise<Answer> =>
  who.post('/contacts', aTalk(change), key);

/** Of the clerk, in the ledger itself. @returns its id */
export const recorded = (db: Db, office: TestOffice, change: Partial<NewContact> = {}): Promise<string> =>
  recordContact(db, testKeyring, {
    officeId: office.officeId,
    byStaffId: office.staff.clerk,
    channel: 'phone',
    direction: 'in',
    topic: 'transferInProgress',
    consultation: true,
    toldPersonal: false,
    identity: 'notChecked',
    outcome: 'solvedAtOnce',
    bodyHash: Buffer.alloc(32),
    ...change,
  });
