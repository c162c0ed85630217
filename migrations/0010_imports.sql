create table imports (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  kind text not null check (kind in ('counterparts', 'ledgerIn', 'ledgerOut', 'openTransfers', 'bankStatement', 'courierScans')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  file_sealed bytea not null,
  file_sha256 bytea not null,
  failure text not null default '',
  lines_total integer not null default 0,
  lines_done integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  unchanged integer not null default 0,
  changed integer not null default 0,
  created_by uuid references staff,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index imports_waiting on imports (created_at) where state in ('waiting', 'running');

-- One row per line of the file: what became of it. All columns are kept, sealed.
create table import_lines (
  import_id uuid not null references imports,
  line integer not null check (line > 0),
  verdict text not null check (verdict in ('accepted', 'refused', 'unchanged', 'changed')),
  natural_key text not null default '',
  transfer_id uuid references transfers,
  credit_id uuid references credits,
  bank_verdict text,
  case_nos text[] not null default '{}',
  amount_fen bigint,
  warnings jsonb not null default '[]',
  raw_sealed bytea not null,
  primary key (import_id, line)
);
create index import_lines_by_key on import_lines (natural_key) where verdict <> 'refused';

create table import_refusals (
  import_id uuid not null,
  line integer not null,
  no integer not null,
  field text not null,
  code text not null,
  reason text not null,
  primary key (import_id, line, no),
  foreign key (import_id, line) references import_lines
);
alter table credits add constraint credits_import foreign key (import_id) references imports;

-- Transfer-out as imported, until its procedure exists: what the rates need.
create table transfers_out (
  transfer_id uuid primary key references transfers,
  letter_received_on date not null,
  due_on date not null,
  second_due_on date not null,
  form_issued_on date,
  remitted_on date,
  reissues integer not null default 0,
  amount_fen bigint,
  done_on date,
  recorded_at timestamptz not null default office_now()
);
create index transfers_out_by_due on transfers_out (due_on);
