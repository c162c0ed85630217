/** The third talk with a person about one thing within a dated number of days is the manager's, once for as long as he has not looked at it. */
import { sql } from 'kysely';
import { RAISED_AT } from '../../domain/contacts/contact.ts';
import type { Tx } from '../connection/connection.ts';
import { tellTaskAgain } from '../holding/task-changes.ts';
import { rulesNow, settingOn } from '../office/rules.ts';
import type { Teller } from './teller.ts';

interface Repeated {
  readonly officeId: string;
  readonly personId: string;
  readonly topic: string;
  readonly contactId: string;
  readonly occurredAt: Date;
}

interface Count {
  /** With this one: since the manager has looked, or in all while he has not. */
  readonly times: number;
  /** By which he heard, where he has not looked yet. */
  readonly raisedBy: string | null;
}

const keyOf = (contactId: string): string => `repeatedContact:${contactId}`;

/** Before the row of this one is there. @returns the contact by which the manager has heard: this one, one before it, or none */
export async function raiseRepeated(tx: Tx, teller: Teller, repeated: Repeated): Promise<string | null> {
  const { officeId, contactId, topic } = repeated;
  const { times, raisedBy } = await countBefore(tx, repeated);
  // Who writes forty times a day is one task, which says how often.
  if (raisedBy !== null) {
    const about = { contactId: raisedBy, topic, times };
    await tellTaskAgain(tx, { officeId, naturalKey: keyOf(raisedBy) }, about);
    return raisedBy;
  }
  if (times < RAISED_AT) return null;
  const about = { contactId, topic, times };
  await teller.openTask({ kind: 'repeatedContact', owner: { role: 'manager' }, about, naturalKey: keyOf(contactId) });
  return contactId;
}

async function countBefore(tx: Tx, { officeId, personId, topic, occurredAt }: Repeated): Promise<Count> {
  const { today, rules } = await rulesNow(tx);
  const days = settingOn(rules, today, 'repeatedContactWithinDays');
  // Along the index of the person: as many rows as the person has talks in these days.
  const { rows } = await sql<Count>`
    with theirs as materialized (
      select no, raised_by from contacts
      where person_id = ${personId}::uuid and topic = ${topic} and direction = 'in'
        and occurred_at > ${occurredAt}::timestamptz - make_interval(days => ${days})),
    heard as (select no, raised_by from theirs where raised_by is not null order by no desc limit 1),
    waits as (select heard.raised_by, (tasks.about ->> 'times')::integer as times from heard join tasks
      on tasks.office_id = ${officeId} and tasks.natural_key = 'repeatedContact:' || heard.raised_by::text
        and tasks.closed_at is null)
    select (select raised_by from waits) as "raisedBy", 1 + coalesce((select times from waits),
      (select count(*)::integer from theirs where no > coalesce((select no from heard), 0))) as times`.execute(tx);
  return rows[0]!;
}
