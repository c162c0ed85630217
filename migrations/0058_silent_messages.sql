-- A message that its gateway took and never spoke of again is work. Of those before this release nobody knows whether a word was
-- to be expected: they are not asked about.
alter table notices add column awaits_receipt boolean not null default false;
-- When the gateway is asked for its receipt next, by a template that says how.
alter table notices add column ask_at timestamptz;
create index notices_awaiting on notices (sent_at) where state = 'sent' and awaits_receipt;
create index notices_to_ask on notices (office_id, ask_at) where state in ('sent', 'unknown') and ask_at is not null;
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut'));
insert into rules (rule_version, name, value, source)
select version, 'silentNoticeAfterWorkingDays', '3', 'office promise' from rule_versions
on conflict do nothing;
