-- Exercises of the practice desk: each try on a case of its own, and what came of it. An office at work has no row here.
create table practice_attempts (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  staff_id uuid not null references staff (id),
  exercise text not null,
  -- What the made-up person and everything else of the exercise is made of.
  number bigint not null generated always as identity,
  -- Real instants, but for the one that the office's own acts are compared with.
  wanted_at timestamptz not null default clock_timestamp(),
  ready_at timestamptz,
  ready_office_at timestamptz,
  finished_at timestamptz,
  transfer_ids uuid[] not null default '{}',
  credit_id uuid,
  score integer,
  -- Rules that were not kept, by their names.
  misses text[] not null default '{}',
  constraint practice_attempts_exercise check (exercise ~ '^[a-z][A-Za-z]{1,39}$'),
  constraint practice_attempts_in_order check (
    (ready_at is null) = (ready_office_at is null) and (finished_at is null or ready_at is not null)),
  constraint practice_attempts_score check ((score is null) = (finished_at is null) and score between 0 and 100)
);

-- One case at a time of each exercise: who begins anew leaves the other.
create unique index practice_attempts_open on practice_attempts (staff_id, exercise) where finished_at is null;
