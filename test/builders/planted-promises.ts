/** Promises that nobody holds any more, that no clock watches, or of which nobody heard that they were broken. */
import type { Plant } from './planted-violations.ts';

interface Planted {
  readonly due: string;
  readonly kept?: string;
  readonly closed?: string;
}

const aPromise = (transferId: string, { due, kept = 'null', closed = 'null' }: Planted): string =>
  `with task as (
      insert into tasks (office_id, transfer_id, kind, owner_id, natural_key, opened_at, due_on, closed_at)
      select office_id, id, 'promise', steward_id, 'promise:planted', office_now(), office_date(office_now()), ${closed}
      from transfers where id = '${transferId}' returning id, office_id)
    insert into promises (office_id, contact_id, channel, due_at, task_id, kept_at, kept_contact_id)
    select office_id, gen_random_uuid(), 'phone', ${due}, id, ${kept}, case when ${kept} is not null then gen_random_uuid() end from task`;

const TOMORROW = `office_now() + interval '1 day'`;

export const PROMISE_PLANTS: Plant[] = [
  [
    'promise-held',
    'kept, and still somebody’s',
    ({ waiting }) => [aPromise(waiting, { due: TOMORROW, kept: 'office_now()' })],
  ],
  [
    'promise-held',
    'not kept, and nobody’s any more',
    ({ waiting }) => [aPromise(waiting, { due: TOMORROW, closed: 'office_now()' })],
  ],
  ['promise-clock', 'no clock', ({ waiting }) => [aPromise(waiting, { due: TOMORROW })]],
  [
    'promise-clock',
    'a clock of nothing',
    ({ waiting }) => [
      `insert into clocks (kind, subject_id, office_id, alarm_at)
       select 'promise', gen_random_uuid(), office_id, office_now() from transfers where id = '${waiting}'`,
    ],
  ],
  [
    'promise-escalated',
    'broken, and nobody heard',
    ({ waiting }) => [aPromise(waiting, { due: `office_now() - interval '1 day'` })],
  ],
];
