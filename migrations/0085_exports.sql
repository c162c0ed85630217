-- Files that go out: asked for by somebody, made in the background, kept sealed for some days, fetched by whoever asked.
create table exports (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  asked_by uuid not null references staff (id),
  -- An operation of the contract whose list or report it is, or a ledger of the office.
  what text not null,
  filter_sealed bytea not null,
  format text not null constraint exports_format_check check (format in ('xlsx', 'csvUtf8', 'csvGb18030')),
  state text not null default 'waiting' constraint exports_state_check check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  failure text not null default '',
  -- How often it was begun: what ends its process every time is not begun for ever.
  begun integer not null default 0,
  rows_done integer not null default 0,
  -- Null: nobody knows before the end.
  rows_total integer,
  bytes bigint not null default 0,
  -- In the time of the office.
  asked_at timestamptz not null default office_now(),
  finished_at timestamptz,
  -- Real instants.
  created_at timestamptz not null default clock_timestamp(),
  kept_until timestamptz
);
create index exports_of on exports (asked_by, created_at desc);
create index exports_to_do on exports (created_at, id) where state in ('waiting', 'running');
create index exports_kept on exports (kept_until) where state = 'done';

-- A file piece by piece, each sealed for its place, with whose records are in it.
create table export_parts (
  export_id uuid not null references exports (id),
  no integer not null,
  content_sealed bytea not null,
  transfer_ids uuid[] not null default '{}',
  primary key (export_id, no)
);

-- Of an export: how many rows its file has.
alter table look_ups add column rows integer;
