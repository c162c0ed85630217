-- What somebody else holds while a colleague is away goes back to him: tasks and money say whose they are, as steps do by their
-- responsibilities. An absent steward's transfers have a deputy, named once for the absence.
alter table tasks add column lent_by uuid references staff;
alter table credit_parts add column lent_by uuid references staff;
alter table absences add column deputy_id uuid references staff;

create index responsibilities_lent on responsibilities (transfer_id)
  where until is null and kind = 'step' and why in ('standIn', 'managerHolds');

-- The checker gives every change a minute.
alter table roster_revision add column changed_at timestamptz not null default clock_timestamp();
create or replace function roster_changed() returns trigger language plpgsql as $$
begin
  update roster_revision set revision = gen_random_uuid(), changed_at = clock_timestamp();
  return null;
end $$;

-- What the checker counts beside violations.
alter table invariant_checks add column figures jsonb not null default '{}';
