-- A day belongs to the notice that named it: a notice that is loaded again takes back only its own days.
alter table calendar_days add column notice_year integer references calendar_years;
update calendar_days set notice_year = extract(year from day);

-- Every change of the calendar, with the days as they were; open deadlines are computed again until it is projected.
create table calendar_changes (
  id uuid primary key default gen_random_uuid(),
  year integer not null references calendar_years,
  notice text not null,
  before jsonb not null,
  after jsonb not null,
  changed_by uuid references staff,
  changed_at timestamptz not null default office_now(),
  real_at timestamptz not null default clock_timestamp(),
  projected_at timestamptz
);
create index calendar_changes_unprojected on calendar_changes (changed_at) where projected_at is null;
