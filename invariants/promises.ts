/** Promises: each that is open has somebody and a clock, and one that was broken was told to the manager. */
import type { Invariant } from './invariant.ts';

export const PROMISE_INVARIANTS: readonly Invariant[] = [
  {
    name: 'promise-held',
    promise: 'a promise that is not kept is an open task of somebody, one that is kept is nobody’s any more',
    violations: `select promises.id from promises join tasks on tasks.id = promises.task_id
      where (promises.kept_at is null) <> (tasks.closed_at is null)`,
  },
  {
    name: 'promise-clock',
    promise:
      'a promise that is neither kept nor escalated has one armed clock, which rings when it is due, and no other has one',
    violations: `select coalesce(promises.id, clocks.subject_id) as id from promises
      full join clocks on clocks.kind = 'promise' and clocks.subject_id = promises.id
      where (promises.kept_at is null and promises.escalated_at is null and clocks.alarm_at is distinct from promises.due_at)
        or ((promises.kept_at is not null or promises.escalated_at is not null or promises.id is null) and clocks.kind = 'promise')`,
  },
  {
    name: 'promise-escalated',
    promise: 'the manager soon hears of a promise that is broken',
    violations: `select promises.id from promises cross join office_clock
      where promises.kept_at is null and promises.escalated_at is null
        and promises.due_at < office_now() - greatest(office_clock.speed, 1) * interval '120 seconds'`,
  },
];
