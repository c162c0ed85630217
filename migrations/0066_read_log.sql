-- Who looked at whom is read again: by the newest, by a colleague, and by the transfer.
create index look_ups_of_office on look_ups (office_id, id);
create index look_ups_of_staff on look_ups (staff_id, id);
create index look_ups_of_transfer on look_ups using gin (transfer_ids);
-- And forgotten by the day on which it was written.
create index look_ups_by_time on look_ups (at);

insert into rules (rule_version, name, value, source)
select version, 'lookUpsKeptMonths', '36', 'office promise; 网络安全法 第二十一条 asks for six months at least' from rule_versions
on conflict do nothing;
