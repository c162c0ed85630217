/** One deliberate violation per row, in SQL: which promise it breaks, and how. */
import type { LivedInOffice } from './lived-in-office.ts';
import { HOLDER_PLANTS, SETTLED } from './planted-holders.ts';
import { LINKED_PLANTS } from './planted-linked.ts';
import { MONEY_PLANTS } from './planted-money.ts';
import { MONEY_OUT_PLANTS } from './planted-money-out.ts';
import { PROMISE_PLANTS } from './planted-promises.ts';

export type Plant = [invariant: string, how: string, statements: (transfers: LivedInOffice['transfers']) => string[]];

export const PLANTS: Plant[] = [
  ...HOLDER_PLANTS,
  ...MONEY_PLANTS,
  ...MONEY_OUT_PLANTS,
  ...LINKED_PLANTS,
  ...PROMISE_PLANTS,
  [
    'command-recorded-once',
    'one key, two facts',
    () => ['drop index events_idempotency', `update events set idempotency_key = 'the-same' where kind = 'accepted'`],
  ],
  [
    'seq-gapless',
    'an event vanished',
    ({ booked }) => [
      `delete from events where transfer_id = '${booked}' and kind = 'stepOpened' and seq = (select min(seq) from events
       where transfer_id = '${booked}' and kind = 'stepOpened')`,
    ],
  ],
  [
    'seq-gapless',
    'the last event vanished',
    ({ waiting }) => [
      `delete from events where transfer_id = '${waiting}' and seq = (select last_seq from transfers where id = '${waiting}')`,
    ],
  ],
  [
    'fact-seq-gapless',
    'a fact lost its number',
    ({ waiting }) => [`update events set fact_seq = null where transfer_id = '${waiting}' and fact_seq = 2`],
  ],
  [
    'fact-seq-gapless',
    'two facts changed places',
    ({ booked }) => [
      'alter table events drop constraint events_fact_seq_check',
      `update events set fact_seq = -fact_seq where transfer_id = '${booked}' and fact_seq in (4, 5)`,
      `update events set fact_seq = 9 + fact_seq where transfer_id = '${booked}' and fact_seq in (-4, -5)`,
    ],
  ],
  [
    'acceptance-first',
    'nobody accepted it',
    ({ waiting }) => [`update events set kind = 'personTold' where transfer_id = '${waiting}' and kind = 'accepted'`],
  ],
  [
    'acceptance-first',
    'accepted twice',
    ({ waiting }) => [`update events set kind = 'accepted' where transfer_id = '${waiting}' and fact_seq = 2`],
  ],
  [
    'closing-agrees-with-facts',
    'another instant',
    ({ booked }) => [`update transfers set closed_at = closed_at + interval '1 hour' where id = '${booked}'`],
  ],
  [
    'closing-agrees-with-facts',
    'closed without a fact',
    ({ waiting }) => [`update transfers set closed_at = now(), closing = 'withdrawn' where id = '${waiting}'`],
  ],
  [
    'attempts-agree-with-facts',
    'an attempt too few',
    ({ returned }) => [`delete from attempts where transfer_id = '${returned}' and attempt = 2`],
  ],
  [
    'attempts-agree-with-facts',
    'it runs on after the booking',
    ({ booked }) => [
      `update attempts set ended_at = null, ending = null, ended_by_fact_seq = null where transfer_id = '${booked}'`,
    ],
  ],
  [
    'attempts-agree-with-facts',
    'ended by the wrong fact',
    ({ returned }) => [`update attempts set ended_by_fact_seq = 1 where transfer_id = '${returned}' and attempt = 1`],
  ],
  [
    'walk-agrees',
    'a run had come to another step',
    ({ booked }) => [
      `update events set kind = 'walkDiffered' where transfer_id = '${booked}' and kind = 'stepOpened' and step_ordinal = 2`,
    ],
  ],
  [
    'letters-agree-with-facts',
    'a letter vanished',
    ({ waiting }) => [`delete from letters where transfer_id = '${waiting}'`],
  ],
  [
    'letters-agree-with-facts',
    'a letter that nobody sent',
    ({ waiting }) => [`update letters set sent_by_fact_seq = 1 where transfer_id = '${waiting}'`],
  ],
  [
    'import-counts-agree',
    'five lines that are not there',
    () => [
      `insert into imports (office_id, kind, state, file_sealed, file_sha256, lines_total, accepted)
     values ('test-office', 'ledgerIn', 'done', '', '', 5, 5)`,
    ],
  ],
  [
    'transfer-out-agrees',
    'money that left on no fact’s word',
    ({ waiting }) => [
      `insert into transfers_out (transfer_id, letter_received_on, due_on, second_due_on, form_issued_on, remitted_on, done_on)
     values ('${waiting}', '2026-06-01', '2026-06-23', '2026-07-14', '2026-06-02', '2026-06-04', '2026-06-02')`,
    ],
  ],
  [
    'step-reachable',
    'entry without a form',
    ({ waiting }) => [`update steps set step = 'entry' where transfer_id = '${waiting}' and closed_at is null`],
  ],
  [
    'step-reachable',
    'a step was skipped',
    ({ returned }) => [`delete from steps where transfer_id = '${returned}' and ordinal = 4`],
  ],
  [
    'step-reachable',
    'the attempt was not counted',
    ({ returned }) => [`update steps set attempt = 1 where transfer_id = '${returned}' and attempt = 2`],
  ],
  [
    'step-reachable',
    'a step of another procedure than its transfer’s',
    ({ waiting }) => [
      `update steps set procedure = 'in/employee/1951' where transfer_id = '${waiting}' and ordinal = 1`,
    ],
  ],
  [
    'outcome-legal',
    'a review that booked',
    ({ waiting }) => [`update steps set outcome = 'booked' where transfer_id = '${waiting}' and step = 'review'`],
  ],
  [
    'outcome-legal',
    'withdrawn, and the transfer completed',
    ({ booked }) => [`update steps set outcome = 'withdrawn' where transfer_id = '${booked}' and step = 'booking'`],
  ],
  [
    'step-closed-by-its-fact',
    'a fact that does not exist',
    ({ waiting }) => [`update steps set closed_by_fact_seq = 99 where transfer_id = '${waiting}' and step = 'review'`],
  ],
  [
    'step-closed-by-its-fact',
    'the fact says otherwise',
    ({ returned }) => [
      `update events set outcome = 'delivered' where transfer_id = '${returned}' and kind = 'letterLost'`,
    ],
  ],
  [
    'one-open-step',
    'two at once',
    ({ waiting }) => [
      'drop index steps_one_open',
      `update steps set closed_at = null, outcome = null where transfer_id = '${waiting}' and step = 'review'`,
    ],
  ],
  [
    'one-open-step',
    'open on a closed transfer',
    ({ booked }) => [
      `update steps set closed_at = null, outcome = null where transfer_id = '${booked}' and step = 'booking'`,
    ],
  ],
  [
    'one-open-step',
    'none for more than a minute',
    ({ waiting }) => [
      `delete from steps where transfer_id = '${waiting}' and closed_at is null`,
      `update events set real_at = real_at - interval '61 seconds' where transfer_id = '${waiting}'`,
    ],
  ],
  [
    'holder-active',
    'the owner left',
    ({ waiting }) => [
      SETTLED,
      `update staff set active = false where id = (select owner_id from steps where transfer_id = '${waiting}' and closed_at is null)`,
    ],
  ],
  [
    'holder-active',
    'the steward left',
    ({ waiting }) => [
      SETTLED,
      `update staff set active = false where id = (select steward_id from transfers where id = '${waiting}')`,
    ],
  ],
  [
    'deadline-armed',
    'due at noon',
    ({ waiting }) => [
      `update steps set due_at = due_at - interval '12 hours' where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'deadline-armed',
    'no alarm',
    ({ waiting }) => [
      `update steps set next_escalation_at = null, reminder_at = null where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'deadline-armed',
    'slept through the reminder',
    ({ waiting }) => [
      `update steps set reminder_at = office_now() - interval '2 minutes' where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'deadline-armed',
    'slept through the reminder for weeks of simulated time',
    ({ waiting }) => [
      `update office_clock set beaten_at = clock_timestamp()`,
      `update steps set reminder_at = office_now() - interval '16 days' where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'deadline-armed',
    'held without a day to look again',
    ({ held }) => [`update steps set hold_review_on = null where transfer_id = '${held}'`],
  ],
  [
    'deadline-armed',
    'the day to look at the hold passed',
    ({ held }) => [`update steps set hold_review_on = office_date(office_now()) - 30 where transfer_id = '${held}'`],
  ],
  [
    'deadline-explained',
    'a day was added without a reason',
    ({ waiting }) => [
      `update steps set due_on = due_on + 7, due_at = due_at + interval '7 days' where transfer_id = '${waiting}' and closed_at is null`,
    ],
  ],
  [
    'responsibility-unbroken',
    'a gap',
    ({ waiting }) => [
      `update responsibilities set since = since + interval '1 second' where transfer_id = '${waiting}' and ordinal = 3 and until is null`,
    ],
  ],
  [
    'responsibility-unbroken',
    'an overlap',
    ({ waiting }) => [
      `update responsibilities set until = until + interval '1 second' where transfer_id = '${waiting}' and ordinal = 3 and until is not null`,
    ],
  ],
  [
    'responsibility-unbroken',
    'nobody',
    ({ held }) => [`delete from responsibilities where transfer_id = '${held}' and kind = 'step'`],
  ],
  [
    'responsibility-unbroken',
    'somebody else than the owner',
    ({ held }) => [
      `update responsibilities set staff_id = (select id from staff where username = 'clerk')
     where transfer_id = '${held}' and kind = 'step'`,
    ],
  ],
  [
    'responsibility-unbroken',
    'no steward',
    ({ held }) => [`delete from responsibilities where transfer_id = '${held}' and kind = 'steward'`],
  ],
  ['one-notice-decision', 'none', ({ booked }) => [`delete from notice_decisions where transfer_id = '${booked}'`]],
  [
    'one-notice-decision',
    'two',
    ({ booked }) => [
      'alter table notice_decisions drop constraint notice_decisions_pkey',
      `insert into notice_decisions select * from notice_decisions where transfer_id = '${booked}'`,
    ],
  ],
  [
    'one-notice-decision',
    'one too early',
    ({ waiting }) => [
      `insert into notice_decisions (transfer_id, office_id, decision, reason, decided_at) values ('${waiting}', 'test-office', 'notSent', 'x', now())`,
    ],
  ],
  [
    'decision-followed',
    'to be sent, and no notice',
    ({ booked }) => [`delete from notices where transfer_id = '${booked}' and kind = 'completion'`],
  ],
  [
    'decision-followed',
    'not to be sent, and no reason',
    ({ withdrawn }) => [`update notice_decisions set reason = '' where transfer_id = '${withdrawn}'`],
  ],
  [
    'notice-once',
    'one key, two notices',
    ({ booked }) => [
      'alter table notices drop constraint notices_notice_key_key',
      `update notices set notice_key = 'the-same' where transfer_id = '${booked}'`,
    ],
  ],
  [
    'notice-once',
    'two keys, one recipient',
    ({ booked }) => [`update notices set kind = 'completion' where transfer_id = '${booked}'`],
  ],
  [
    'notice-settled',
    'stuck while sending',
    ({ booked }) => [
      `update notices set state = 'sending', sending_since = clock_timestamp() - interval '11 minutes' where transfer_id = '${booked}'`,
    ],
  ],
  [
    'outbox-drained',
    'a fact waits',
    () => [
      `update outbox set sent_at = null, created_at = clock_timestamp() - interval '61 seconds' where id = (select min(id) from outbox)`,
    ],
  ],
  [
    'outbox-drained',
    'a fact was given up',
    () => [
      `update outbox set sent_at = null, dead = true, created_at = clock_timestamp() - interval '61 seconds'
        where id = (select min(id) from outbox)`,
    ],
  ],
];
