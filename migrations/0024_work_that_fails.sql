-- Work that fails again and again has an owner: a task for the administrator.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'deadLetter', 'stuckTransfer'));
create index tasks_stuck on tasks (transfer_id) where kind = 'stuckTransfer' and closed_at is null;
create index outbox_dead on outbox (id) where sent_at is null and dead;
