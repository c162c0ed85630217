/** Telling people: one decision per closed transfer, one message per decision and recipient; and what waits to be relayed. */
import type { Invariant } from './invariant.ts';

export const NOTICE_INVARIANTS: readonly Invariant[] = [
  {
    name: 'one-notice-decision',
    promise: 'each closed transfer that was not imported has one notice decision, an open one has none',
    violations: `select transfers.id from transfers
      join cases on cases.id = transfers.case_id
      left join notice_decisions on notice_decisions.transfer_id = transfers.id
      group by transfers.id, cases.imported
      having count(notice_decisions.transfer_id) > 1
        or (transfers.closed_at is null and count(notice_decisions.transfer_id) > 0)
        or (transfers.closed_at is not null and not cases.imported and count(notice_decisions.transfer_id) = 0)`,
  },
  {
    name: 'decision-followed',
    promise: 'a decision to send has its notice, one not to send has a reason and no notice',
    violations: `select notice_decisions.transfer_id as id from notice_decisions
      left join notices on notices.transfer_id = notice_decisions.transfer_id and notices.kind = 'completion'
      group by notice_decisions.transfer_id, notice_decisions.decision, notice_decisions.reason
      having (notice_decisions.decision = 'send') <> (count(notices.id) > 0)
        or (notice_decisions.decision = 'notSent' and notice_decisions.reason = '')`,
  },
  {
    name: 'notice-once',
    promise: 'a notice key is one notice, and nobody gets two notices of a kind about a transfer',
    violations: `select min(id::text) as id from notices group by notice_key having count(*) > 1
      union all
      select min(id::text) from notices group by transfer_id, kind, recipient having count(*) > 1`,
  },
  {
    name: 'notice-settled',
    promise: 'a message that was being sent is soon sent, failed or unknown',
    violations: `select id from notices
      where state = 'sending' and (sending_since is null or sending_since < clock_timestamp() - interval '10 minutes')`,
  },
  {
    name: 'outbox-drained',
    promise: 'no fact waits for the procedure longer than a minute, one that was given up least of all',
    violations: `select id from outbox
      where sent_at is null and created_at < clock_timestamp() - interval '60 seconds'`,
  },
];
