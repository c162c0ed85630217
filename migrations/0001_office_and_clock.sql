-- One office per installation today; every row carries office_id so that several can share a server tomorrow.
create table offices (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  area_code text not null check (area_code ~ '^\d{6}$'),
  telephone text not null,
  opens_at time not null default '09:00',
  closes_at time not null default '17:00',
  notice_mode text not null default 'weekly' check (notice_mode in ('atOnce', 'weekly')),
  notice_weekday integer not null default 5 check (notice_weekday between 1 and 7),
  notice_to text not null default 'person' check (notice_to in ('person', 'agent', 'both')),
  created_at timestamptz not null default now()
);

-- The office clock: real anchor, office anchor, speed. In production the anchors agree and the speed is 1.
create table office_clock (
  only_row boolean primary key default true check (only_row),
  real_anchor timestamptz not null default clock_timestamp(),
  office_anchor timestamptz not null default clock_timestamp(),
  speed double precision not null default 1 check (speed > 0),
  ceiling double precision not null default 1 check (ceiling >= 1),
  frozen boolean not null default false,
  changed_at timestamptz not null default clock_timestamp(),
  constraint office_clock_speed_below_ceiling check (speed <= ceiling)
);
insert into office_clock default values;

create function office_now() returns timestamptz language sql stable as $$
  select case when frozen then office_anchor
              else office_anchor + (clock_timestamp() - real_anchor) * speed end
  from office_clock
$$;

create function office_date(at timestamptz) returns date language sql immutable as $$
  select (at at time zone 'Asia/Shanghai')::date
$$;

-- What happened in the office apart from any one transfer: absences, settings, clock, imports, repairs.
create table office_events (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  kind text not null,
  by_staff_id uuid,
  payload jsonb not null default '{}',
  occurred_at timestamptz not null default office_now(),
  recorded_at timestamptz not null default office_now()
);
