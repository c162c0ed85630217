-- What takes two people: proposed by one who is signed in, done in the transaction in which another confirms it.
create table approvals (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  -- Which file of db/approvals/kinds/ knows how it is checked and what it does.
  kind text not null check (kind ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  -- What it is about: of one kind only one proposal at a time waits about it.
  subject text not null,
  transfer_id uuid references transfers,
  -- Ids, codes, amounts and days; what may name a person is sealed.
  proposal jsonb not null,
  note_sealed bytea,
  -- How what it stands on was when it was proposed: it must be so still.
  seen jsonb not null,
  -- What a person reads before they agree.
  changes jsonb not null,
  -- Who may not confirm it, besides who proposed it.
  barred uuid[] not null default '{}',
  state text not null default 'waiting' constraint approvals_state check
    (state in ('waiting', 'confirmed', 'refused', 'withdrawn', 'lapsed', 'overtaken')),
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null default office_now(),
  -- At this instant of the office it lapses.
  until timestamptz not null,
  decided_by uuid references staff,
  decided_at timestamptz,
  answer_sealed bytea,
  -- Of one that was overtaken: what has changed meanwhile.
  changed jsonb not null default '[]',
  idempotency_key text,
  body_hash bytea,
  constraint approvals_once unique (office_id, idempotency_key),
  constraint approvals_decided check ((state = 'waiting') = (decided_at is null)),
  constraint approvals_two_people check (state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
);
create unique index approvals_one_waiting on approvals (office_id, kind, subject) where state = 'waiting';
create index approvals_waiting on approvals (office_id, until) where state = 'waiting';
create index approvals_proposed on approvals (proposed_by, proposed_at desc);
create index approvals_of_transfer on approvals (transfer_id) where transfer_id is not null;

-- Who confirmed what another has done: both names stand in the event, and both count for separation of duties.
alter table events add column confirmed_by uuid references staff;
alter table matches add column confirmed_by uuid references staff;
create index events_corrections on events (transfer_id, corrects_seq) where corrects_seq is not null;
