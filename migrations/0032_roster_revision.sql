-- Who works here, in which roles, and who is away is asked for every step and changes a few times a day: each process keeps
-- what it has read under this revision, which every change makes a new one.
create table roster_revision (
  only_row boolean primary key default true check (only_row),
  revision uuid not null default gen_random_uuid()
);
insert into roster_revision default values;

create function roster_changed() returns trigger language plpgsql as $$
begin
  update roster_revision set revision = gen_random_uuid();
  return null;
end $$;
-- Row by row, and only what the roster tells: an import that makes accounts of old names must not wait for this row.
create trigger roster_changed after insert on staff for each row when (new.active) execute function roster_changed();
create trigger roster_changed_by_delete after delete on staff for each row execute function roster_changed();
create trigger roster_changed_by_update after update of office_id, username, post, active on staff for each row
  when ((old.office_id, old.username, old.post, old.active) is distinct from (new.office_id, new.username, new.post, new.active))
  execute function roster_changed();
create trigger roster_changed after insert or update or delete on staff_roles for each row execute function roster_changed();
create trigger roster_changed after insert or update or delete on absences for each row execute function roster_changed();
create trigger roster_emptied after truncate on staff for each statement execute function roster_changed();
create trigger roster_emptied after truncate on staff_roles for each statement execute function roster_changed();
create trigger roster_emptied after truncate on absences for each statement execute function roster_changed();

-- Volatile on purpose: it sees what was committed while its statement waited for a lock, so that whoever left meanwhile is
-- known to have left.
create function roster_revision_now() returns uuid language sql volatile as $$ select revision from roster_revision $$;
