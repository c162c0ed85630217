create table staff (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  username text not null,
  display_name text not null,
  post text not null default '',
  telephone text not null default '',
  password_hash text,
  must_change_password boolean not null default false,
  active boolean not null default true,
  practice boolean not null default false,
  created_at timestamptz not null default now(),
  constraint staff_username_once unique (office_id, username)
);

create table staff_roles (
  staff_id uuid not null references staff,
  role text not null constraint staff_roles_role check (role in
    ('clerk', 'letterClerk', 'entryClerk', 'reviewer', 'finance', 'manager', 'administrator')),
  primary key (staff_id, role)
);

create table absences (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  staff_id uuid not null references staff,
  stand_in_id uuid references staff,
  from_day date not null,
  until_day date,
  note text not null default '',
  created_by uuid references staff,
  created_at timestamptz not null default office_now(),
  ended_at timestamptz,
  constraint absences_days_in_order check (until_day is null or until_day >= from_day),
  constraint absences_not_own_stand_in check (stand_in_id <> staff_id)
);
create index absences_by_staff on absences (staff_id) where ended_at is null;

create table sessions (
  token_hash bytea primary key,
  staff_id uuid not null references staff,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_staff on sessions (staff_id);

-- Every attempt to sign in; the rate limiter keeps its own table (login_limits).
create table logins (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  staff_id uuid references staff,
  succeeded boolean not null,
  at timestamptz not null default now()
);

-- Who looked for or at whom: kinds and ids, never the number that was typed.
create table look_ups (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  staff_id uuid not null references staff,
  kind text not null,
  transfer_ids uuid[] not null default '{}',
  at timestamptz not null default now()
);
