/** Work that is held by who may not, or is not there. */
import type { Plant } from './planted-violations.ts';

/** The minute that the checker gives every change of people has passed. */
export const SETTLED = `update roster_revision set changed_at = changed_at - interval '61 seconds'`;
const LONG_OPEN = (id: string) =>
  `update steps set opened_recorded_at = opened_recorded_at - interval '1 hour' where transfer_id = '${id}'`;
const AWAY = (whose: string) =>
  `insert into absences (office_id, staff_id, from_day) values ('test-office', (${whose}), '2020-01-06')`;

export const HOLDER_PLANTS: Plant[] = [
  [
    'owner-may',
    'an owner without the role',
    ({ waiting }) => [
      SETTLED,
      LONG_OPEN(waiting),
      `update steps set owner_id = (select id from staff where username = 'finance') where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'owner-may',
    'an owner who is away',
    ({ waiting }) => [
      SETTLED,
      LONG_OPEN(waiting),
      AWAY(`select owner_id from steps where transfer_id = '${waiting}' and closed_at is null`),
    ],
  ],
  [
    'owner-may',
    'an owner who did the step before',
    ({ waiting }) => [
      SETTLED,
      LONG_OPEN(waiting),
      `update steps set step = 'entry' where transfer_id = '${waiting}' and step = 'review'`,
      `update steps set step = 'secondReview', owner_id = (select by_staff_id from events where transfer_id = '${waiting}'
       and kind = 'reviewed') where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'task-holder-there',
    'everybody is away but the manager',
    ({ held }) => [
      SETTLED,
      `update tasks set opened_at = opened_at - interval '1 hour'`,
      AWAY(`select owner_id from tasks where transfer_id = '${held}' and closed_at is null limit 1`),
    ],
  ],
  [
    'steward-has-deputy',
    'nobody was named',
    ({ waiting }) => [SETTLED, AWAY(`select steward_id from transfers where id = '${waiting}'`)],
  ],
];
