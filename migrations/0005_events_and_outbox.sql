-- The ledger. seq is gapless and rising per transfer; facts have a gapless number of their own besides.
create table events (
  transfer_id uuid not null references transfers,
  seq integer not null check (seq > 0),
  fact_seq integer check (fact_seq > 0),
  office_id text not null references offices,
  kind text not null,
  step_ordinal integer,
  closes boolean not null default false,
  outcome text,
  reason_code text references reason_codes,
  payload jsonb not null default '{}',
  by_staff_id uuid references staff,
  source text not null check (source in ('staff', 'import', 'courier', 'bank', 'system', 'insured')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default office_now(),
  real_at timestamptz not null default clock_timestamp(),
  idempotency_key text,
  body_hash bytea,
  corrects_seq integer,
  primary key (transfer_id, seq)
);
create unique index events_fact_once on events (transfer_id, fact_seq) where fact_seq is not null;
create unique index events_idempotency on events (office_id, idempotency_key) where idempotency_key is not null;
create index events_by_record on events (office_id, recorded_at);
create index events_by_kind on events (office_id, kind, occurred_at);

create function events_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only';
end $$;
create trigger events_no_change before update or delete on events for each row execute function events_append_only();

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null check (topic in ('fact', 'notices')),
  office_id text not null references offices,
  transfer_id uuid references transfers,
  fact_seq integer,
  payload jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  attempts integer not null default 0,
  not_before timestamptz not null default clock_timestamp(),
  last_error text,
  dead boolean not null default false
);
create index outbox_waiting on outbox (id) where sent_at is null and not dead;
create index outbox_waiting_of_transfer on outbox (transfer_id, id) where sent_at is null;

create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();
