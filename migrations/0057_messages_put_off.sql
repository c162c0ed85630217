-- A gateway that says "not now" is tried again, later and later, until the rule's days are over; then somebody telephones.
alter table notices add column tries integer not null default 0;
alter table notices add column first_tried_at timestamptz;
insert into rules (rule_version, name, value, source)
select version, 'noticeTriedForWorkingDays', '2', 'office promise' from rule_versions
on conflict do nothing;
