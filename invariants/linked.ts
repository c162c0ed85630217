/** What goes on from a transfer after its closing: reopened once, by two people; reversed once, by two people, with all of its money. */
import type { Invariant } from './invariant.ts';

export const LINKED_INVARIANTS: readonly Invariant[] = [
  {
    name: 'linked-goes-on',
    promise: 'a linked transfer goes on from one of its case that had ended, which tells of it once',
    violations: `select linked.id from transfers linked
      left join transfers before on before.id = linked.links_to
      where linked.link is not null
        and (before.id is null or before.case_id <> linked.case_id or before.leg <> linked.leg or before.number >= linked.number
          or before.closed_at is null or before.closed_at > linked.accepted_at
          or linked.first_id is distinct from case linked.link when 'reopening' then coalesce(before.first_id, before.id) end)
      union
      select coalesce(linked.id, told.transfer_id) from (select * from transfers where link is not null) as linked
      full join (select transfer_id, payload ->> 'transferId' as linked_id, count(*) as times
        from events where kind = 'linked' group by 1, 2) as told
        on told.linked_id = linked.id::text and told.transfer_id = linked.links_to
      where told.times is distinct from 1 or linked.id is null`,
  },
  {
    name: 'reopened-by-two',
    promise: 'a transfer is reopened once, by leave of a second person',
    violations: `select linked.links_to as id from transfers linked where link = 'reopening'
      group by linked.links_to having count(*) > 1
      union
      select linked.id from transfers linked
      join events on events.transfer_id = linked.id and events.seq = 1
      where linked.link = 'reopening' and (events.confirmed_by is null or events.confirmed_by = events.by_staff_id
        or not exists (select from approvals where kind = 'reopenTransfer' and subject = linked.links_to::text
          and state = 'confirmed' and proposed_by = events.by_staff_id and decided_by = events.confirmed_by))`,
  },
  {
    name: 'reversed-by-two',
    promise: 'a reversal was confirmed by a second person who had not booked, is told once, and moved all of the money',
    violations: `select reversals.transfer_id as id from reversals
      join transfers on transfers.id = reversals.transfer_id
      left join approvals on approvals.id = approval_id
      left join (select transfer_id, sum(amount_fen) as fen from credit_parts where state = 'booked' group by 1) as booked
        on booked.transfer_id = reversals.transfer_id
      left join bookings on bookings.transfer_id = reversals.transfer_id
      where transfers.closing is distinct from 'completed'
        or approvals.id is null or approvals.kind <> 'reverseTransfer' or approvals.subject <> reversals.transfer_id::text
        or approvals.state <> 'confirmed' or approvals.decided_by = approvals.proposed_by
        or approvals.decided_by <> reversals.confirmed_by or approvals.proposed_by <> reversals.by_staff_id
        or exists (select from events where events.transfer_id = reversals.transfer_id and kind = 'booked'
          and reversals.confirmed_by in (by_staff_id, events.confirmed_by))
        or coalesce(booked.fen, 0) <> case transfers.direction when 'in' then 0 else reversals.amount_fen end
        or (transfers.direction = 'in' and reversals.amount_fen <> coalesce(bookings.amount_fen, 0))
      union
      select coalesce(reversals.transfer_id, told.transfer_id) from reversals
      full join (select transfer_id, count(*) as times from events where kind = 'transferReversed' group by 1) as told
        on told.transfer_id = reversals.transfer_id
      where told.times is distinct from 1 or reversals.transfer_id is null`,
  },
];
