-- Who credits accounts (并账) is a post of its own: the step `booking` is the account clerk's. The release before gives it to
-- finance again when it is started again, and knows nobody by the new word.
alter table staff_roles drop constraint staff_roles_role;
alter table staff_roles add constraint staff_roles_role check (role in
  ('clerk', 'letterClerk', 'entryClerk', 'reviewer', 'accountClerk', 'finance', 'manager', 'administrator'));

-- Never in one account with finance; who administers gets no more desk roles either.
insert into staff_roles (staff_id, role)
select staff_id, 'accountClerk' from staff_roles as enters
where role = 'entryClerk'
  and not exists (select from staff_roles as other
    where other.staff_id = enters.staff_id and other.role in ('finance', 'administrator'));

-- A step that is another role's from now on changes who may hold it, as a change of roles does.
create trigger roster_changed after update of role on procedure_steps for each row
  when (old.role is distinct from new.role) execute function roster_changed();
