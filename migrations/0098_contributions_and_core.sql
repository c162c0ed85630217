-- The provincial core system (核心系统) holds the accounts; here stands what it says of them, what is sent to it, and what it answers.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in
  ('counterparts', 'ledgerIn', 'ledgerOut', 'openTransfers', 'bankStatement', 'courierScans', 'platformInTransit',
    'contributions', 'coreReceipts'));

-- One account of one person, known by the keyed hash of the number: somebody may be here before any transfer of theirs is.
create table contribution_accounts (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  id_hash bytea not null,
  hash_key text not null,
  id_number_sealed bytea not null,
  name_sealed bytea not null,
  personal_no_sealed bytea,
  employer_sealed bytea,
  -- YYYYMM: start of work, of pooling, of contributions, of the account.
  work_since text constraint contribution_accounts_work_since_check check (work_since ~ '^\d{6}$'),
  pooled_since text constraint contribution_accounts_pooled_since_check check (pooled_since ~ '^\d{6}$'),
  first_paid text constraint contribution_accounts_first_paid_check check (first_paid ~ '^\d{6}$'),
  account_since text constraint contribution_accounts_account_since_check check (account_since ~ '^\d{6}$'),
  pooled_from_elsewhere_fen bigint not null default 0
    constraint contribution_accounts_pooled_check check (pooled_from_elsewhere_fen >= 0),
  recorded_at timestamptz not null default office_now(),
  constraint contribution_accounts_once unique (office_id, id_hash)
);

create table contributions (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references contribution_accounts (id),
  area_code text not null constraint contributions_area_code_check check (area_code ~ '^\d{6}$'),
  from_month text not null constraint contributions_from_month_check check (from_month ~ '^\d{4}(0[1-9]|1[0-2])$' and from_month >= '195001'),
  to_month text not null,
  nature text not null constraint contributions_nature_check check (nature in ('regular', 'lumpSum', 'fixedAmount', 'interestOnly')),
  base_fen bigint constraint contributions_base_check check (base_fen > 0),
  employer_fen bigint not null constraint contributions_employer_check check (employer_fen >= 0),
  personal_fen bigint not null constraint contributions_personal_check check (personal_fen >= 0),
  credited_fen bigint not null constraint contributions_credited_check check (credited_fen >= 0),
  interest_fen bigint constraint contributions_interest_check check (interest_fen >= 0),
  paid_on date,
  paper_kind text constraint contributions_paper_kind_check check
    (paper_kind in ('legalDocument', 'commitment', 'deferral', 'collectorOrder', 'veterans')),
  paper_issuer text constraint contributions_paper_issuer_check check
    (paper_issuer in ('court', 'audit', 'labourInspection', 'arbitration')),
  paper_dated_on date,
  source text not null constraint contributions_source_check check (source in ('file', 'core', 'hand')),
  import_id uuid references imports (id),
  by_staff_id uuid references staff (id),
  recorded_at timestamptz not null default office_now(),
  -- Nothing is overwritten: what a later row says otherwise stays readable.
  replaced_at timestamptz,
  constraint contributions_in_one_year check (left(to_month, 4) = left(from_month, 4) and to_month >= from_month and to_month ~ '^\d{6}$'),
  constraint contributions_base_or_none check (nature = 'interestOnly' or (base_fen is null) = (nature = 'fixedAmount')),
  constraint contributions_lump_sum_paid check (nature <> 'lumpSum' or paid_on is not null),
  constraint contributions_by_hand check ((source = 'hand') = (by_staff_id is not null))
);
create unique index contributions_once on contributions (account_id, area_code, from_month, nature) where replaced_at is null;

-- Forms that were entered here go to the core system in batches.
create table core_batches (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  number text not null,
  -- 'made': not told yet · 'sent': the core system has taken it · 'handed': somebody carries it as a file · 'refused' · 'unknown': nobody knows
  state text not null default 'made' constraint core_batches_state_check check (state in ('made', 'sent', 'handed', 'refused', 'unknown')),
  reason text not null default '',
  made_by uuid not null references staff (id),
  made_at timestamptz not null default office_now(),
  told_at timestamptz,
  idempotency_key text not null,
  constraint core_batches_once unique (office_id, idempotency_key),
  constraint core_batches_number_once unique (office_id, number)
);
create index core_batches_newest on core_batches (office_id, made_at desc, id);

create table core_batch_lines (
  batch_id uuid not null references core_batches (id),
  position integer not null constraint core_batch_lines_position_check check (position > 0),
  transfer_id uuid not null references transfers (id),
  info_form_id uuid not null references info_forms (id),
  amount_fen bigint not null,
  primary key (batch_id, position),
  constraint core_batch_lines_form_once unique (batch_id, info_form_id)
);
create index core_batch_lines_of_form on core_batch_lines (info_form_id);
create index core_batch_lines_of_transfer on core_batch_lines (transfer_id);

-- Receipts (并账回执): the evidence of a booking, each under the core system's own serial.
create table core_receipts (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  serial text not null constraint core_receipts_serial_check check (length(serial) between 1 and 60),
  -- What it says it answers: the batch and line, or our case number. Ids and numbers of ours only.
  answers text not null,
  transfer_id uuid references transfers (id),
  info_form_id uuid references info_forms (id),
  amount_fen bigint not null constraint core_receipts_amount_check check (amount_fen >= 0),
  booked_on date not null,
  verdict text not null constraint core_receipts_verdict_check check (verdict in ('whole', 'part', 'exceeds', 'twice', 'otherForm', 'unknown')),
  source text not null constraint core_receipts_source_check check (source in ('file', 'core', 'hand')),
  by_staff_id uuid references staff (id),
  received_at timestamptz not null default office_now(),
  constraint core_receipts_serial_once unique (office_id, serial)
);
create index core_receipts_of_transfer on core_receipts (transfer_id) where transfer_id is not null;

-- What the core system says and we do not, or otherwise: looked at each day, each with an owner until it is settled.
create table core_differences (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  kind text not null constraint core_differences_kind_check check (kind in
    ('rowRefused', 'rowOnlyHere', 'formDiffers', 'receiptMissing', 'receiptPart', 'receiptExceeds', 'receiptTwice', 'receiptOtherForm', 'receiptUnknown')),
  natural_key text not null,
  transfer_id uuid references transfers (id),
  receipt_id uuid references core_receipts (id),
  -- Codes, months and amounts.
  about jsonb not null default '{}',
  owner_id uuid not null references staff (id),
  first_seen_on date not null,
  seen_on date not null,
  -- By whom: null, because it was gone at the next comparison.
  settled_at timestamptz,
  settled_by uuid references staff (id),
  note_id uuid,
  constraint core_differences_settled check (settled_at is not null or (settled_by is null and note_id is null))
);
create unique index core_differences_open_once on core_differences (office_id, natural_key) where settled_at is null;
create index core_differences_list on core_differences (office_id, first_seen_on, id) where settled_at is null;

-- After so many working days a form that was sent has no receipt: a difference.
insert into rules (rule_version, name, value, source)
select version, 'coreReceiptAfterWorkingDays', '5'::jsonb, 'office promise' from rule_versions
on conflict do nothing;
