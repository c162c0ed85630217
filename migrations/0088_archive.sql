-- What the office has told its bureau each month (月报), frozen as it was then, and what stood behind each number.
create table monthly_sheets (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  month text not null constraint monthly_sheets_month_check check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version integer not null constraint monthly_sheets_version_check check (version > 0),
  -- Counts until the end of this day, by what was known when it was made.
  as_of date not null,
  known_at timestamptz not null default office_now(),
  made_by uuid not null references staff (id),
  -- Why the version before was sent back; of sealed_texts, without a foreign key, so that a text can be destroyed.
  reason_id uuid,
  keep_until date not null,
  -- Both directions, as they were told.
  figures jsonb not null,
  idempotency_key text,
  constraint monthly_sheets_version_once unique (office_id, month, version),
  constraint monthly_sheets_once unique (office_id, idempotency_key),
  constraint monthly_sheets_sent_back check ((version > 1) = (reason_id is not null))
);

create table monthly_sheet_rows (
  sheet_id uuid not null references monthly_sheets (id),
  transfer_id uuid not null references transfers (id),
  direction text not null constraint monthly_sheet_rows_direction_check check (direction in ('in', 'out')),
  accepted_at timestamptz not null,
  closed_at timestamptz,
  was_open boolean not null,
  has_ended boolean not null,
  completed boolean not null,
  closing text,
  same_province boolean not null,
  step text,
  days_over integer,
  days_taken integer,
  account_total_fen bigint,
  pooled_fund_fen bigint,
  migrant_worker boolean,
  letter_channel text,
  lump_sum_without_paper boolean not null,
  primary key (sheet_id, transfer_id)
);

-- Closed cases in boxes (档案盒), with what lies in each (卷内目录).
create table archive_boxes (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  box_no text not null,
  month text not null constraint archive_boxes_month_check check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  direction text not null constraint archive_boxes_direction_check check (direction in ('in', 'out')),
  kind text not null constraint archive_boxes_kind_check check (kind in ('transferred', 'endedOtherwise')),
  kept_years integer not null constraint archive_boxes_kept_years_check check (kept_years > 0),
  keep_until date not null,
  made_by uuid not null references staff (id),
  made_at timestamptz not null default office_now(),
  idempotency_key text,
  constraint archive_boxes_number unique (office_id, box_no)
);
create index archive_boxes_of_month on archive_boxes (office_id, month);
create index archive_boxes_of_request on archive_boxes (office_id, idempotency_key) where idempotency_key is not null;

create table boxed_cases (
  box_id uuid not null references archive_boxes (id),
  position integer not null constraint boxed_cases_position_check check (position > 0),
  office_id text not null references offices (id),
  case_id uuid not null references cases (id),
  closed_at timestamptz not null,
  papers integer not null constraint boxed_cases_papers_check check (papers >= 0),
  -- Taken out again, and why; of sealed_texts.
  out_at timestamptz,
  out_by uuid references staff (id),
  out_reason_id uuid,
  primary key (box_id, position),
  constraint boxed_cases_out_by_somebody check ((out_at is null) = (out_by is null) and (out_at is null) = (out_reason_id is null))
);
create unique index boxed_cases_in_one_box on boxed_cases (case_id) where out_at is null;

-- Samples for an auditor: whoever knows the seed draws the same again.
create table audit_samples (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  basis text not null constraint audit_samples_basis_check check (basis in ('accepted', 'closed')),
  direction text constraint audit_samples_direction_check check (direction in ('in', 'out')),
  from_day date not null,
  to_day date not null,
  seed text not null constraint audit_samples_seed_check check (seed ~ '^[0-9A-Za-z-]{1,40}$'),
  size integer not null constraint audit_samples_size_check check (size > 0),
  -- How many cases it was drawn from, and SHA-256 of their numbers, sorted, one a line.
  population integer not null,
  population_sha256 bytea not null,
  drawn_by uuid not null references staff (id),
  drawn_at timestamptz not null default office_now(),
  idempotency_key text,
  constraint audit_samples_once unique (office_id, idempotency_key),
  constraint audit_samples_days check (from_day <= to_day)
);
create index audit_samples_newest on audit_samples (office_id, drawn_at desc, id);

create table sampled_cases (
  sample_id uuid not null references audit_samples (id),
  rank integer not null constraint sampled_cases_rank_check check (rank > 0),
  case_id uuid not null references cases (id),
  primary key (sample_id, rank)
);

-- Whose numbers were shown whole belongs on the list of manual decisions, which goes by the office's days.
alter table look_ups add column office_at timestamptz;
alter table look_ups alter column office_at set default office_now();
update look_ups set office_at = at where reason is not null;
create index look_ups_revealed on look_ups (office_id, office_at) where reason is not null;

-- How long what lies in a box is kept (保管期限): the annex of order 3 of 2009 says 100 years of changes of the insurance relation,
-- and 10 years of monthly reports. It has no line for requests that ended without a transfer: as long as the others.
insert into rules (rule_version, name, value, source)
select version, name, value::jsonb, source from rule_versions cross join (values
  ('transferredKeptYears', '100', '人力资源社会保障部、国家档案局令第3号 附件'),
  ('endedOtherwiseKeptYears', '100', 'office promise; 令第3号 附件 names no period of its own'),
  ('monthlySheetsKeptYears', '10', '人力资源社会保障部、国家档案局令第3号 附件')
) as kept (name, value, source)
on conflict do nothing;
