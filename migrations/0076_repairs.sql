-- Repairs that an operator asks for in the console; a worker does them, for only it reaches Temporal.
create table repairs (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  kind text not null constraint repairs_kind_check
    check (kind in ('reconcile', 'lookEverywhere', 'passOnGivenUp', 'openSteps', 'checkInvariants')),
  asked_by uuid not null references staff (id),
  -- Real instants, all of them.
  asked_at timestamptz not null default clock_timestamp(),
  begun_at timestamptz,
  ended_at timestamptz,
  failure text not null default '',
  result jsonb not null default '{}'::jsonb
);

-- A second press is no second repair.
create unique index repairs_under_way on repairs (office_id, kind) where ended_at is null;
create index repairs_newest on repairs (office_id, asked_at);
