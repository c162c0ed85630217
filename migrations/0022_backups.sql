-- Where this ledger begins: at its installation, and again whenever an older state of it was restored.
-- A workflow carries the epoch it was started in; one of another epoch may know facts that were never recorded here.
create table ledger_epochs (
  epoch uuid not null default gen_random_uuid(),
  no bigint not null generated always as identity,
  begun_at timestamptz not null default clock_timestamp(),
  why text not null,
  constraint ledger_epochs_pkey primary key (epoch),
  constraint ledger_epochs_no_once unique (no),
  constraint ledger_epochs_why_check check (why in ('installed', 'restored'))
);
insert into ledger_epochs (why) values ('installed');

-- Backups of this ledger that were read back and compared.
create table backups (
  id bigint not null generated always as identity,
  made_at timestamptz not null,
  verified_at timestamptz not null default clock_timestamp(),
  file text not null,
  byte_length bigint not null,
  sha256 bytea not null,
  row_count bigint not null,
  constraint backups_pkey primary key (id),
  constraint backups_byte_length_check check (byte_length > 0)
);
create index backups_newest on backups (made_at);

-- What operators were told of, so that they are told once in a while and not once in a round.
create table alerts (
  condition text not null,
  raised_at timestamptz not null,
  told_at timestamptz,
  next_try_at timestamptz not null,
  failed_tries integer not null default 0,
  recovered boolean not null default false,
  constraint alerts_pkey primary key (condition),
  constraint alerts_condition_check check (condition in ('violations', 'outboxAge', 'smsGateway', 'backupAge'))
);
