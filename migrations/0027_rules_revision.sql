-- Limits and days are read for every step and change once a year: each process keeps what it has read under this revision,
-- which every change makes a new one. A uuid, because a number that was rolled back would come again for other rules.
create table rules_revision (
  only_row boolean primary key default true check (only_row),
  revision uuid not null default gen_random_uuid()
);
insert into rules_revision default values;

create function rules_changed() returns trigger language plpgsql as $$
begin
  update rules_revision set revision = gen_random_uuid();
  return null;
end $$;
create trigger rules_changed after insert or update or delete or truncate on rule_versions
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on limits
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on calendar_years
  for each statement execute function rules_changed();
create trigger rules_changed after insert or update or delete or truncate on calendar_days
  for each statement execute function rules_changed();
