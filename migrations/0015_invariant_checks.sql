-- What the independent checker found, round by round; operators read the newest row.
create table invariant_checks (
  id bigint generated always as identity primary key,
  checked_at timestamptz not null default clock_timestamp(),
  violations integer not null check (violations >= 0),
  findings jsonb not null
);
create index invariant_checks_newest on invariant_checks (checked_at);
