-- What lists of everything, closed or not, walk along: newest first of a steward, of a counterpart.
create index transfers_of_steward on transfers (steward_id, accepted_at desc, id desc);
create index transfers_of_counterpart on transfers (counterpart_id, accepted_at desc, id desc);
create index transfers_open_of_counterpart on transfers (counterpart_id, id) where closed_at is null;
-- What the reconciler walks along, of whatever office.
create index transfers_open_by_id on transfers (id) where closed_at is null and followed;
-- The number of the closed is read from the index alone.
create index transfers_closed on transfers (office_id) where closed_at is not null and followed;
create index tasks_stuck_of_office on tasks (office_id) where kind = 'stuckTransfer' and closed_at is null;
-- Messages that left a moment ago, and those that left a day ago.
create index outbox_sent on outbox (sent_at) where sent_at is not null;
create index steps_open_of_step on steps (office_id, step, due_at, transfer_id) where closed_at is null;
