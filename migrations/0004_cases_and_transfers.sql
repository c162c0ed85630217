create table counterparts (
  id uuid primary key default gen_random_uuid(),
  area_code text not null check (area_code ~ '^\d{6}$'),
  name text not null,
  channel text not null check (channel in ('ems', 'platform')),
  address text not null default '',
  postcode text not null default '',
  telephone text not null default '',
  valid_from date not null default '2010-01-01',
  valid_until date,
  constraint counterparts_once unique (area_code, valid_from)
);

-- Identifying data is sealed by the application (AES-256-GCM, key id in the first bytes).
create table persons (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  id_number_sealed bytea,
  name_sealed bytea not null,
  phone_sealed bytea,
  employer_sealed bytea,
  employer_phone_sealed bytea,
  sex text check (sex in ('male', 'female')),
  birth_month text check (birth_month ~ '^\d{4}-\d{2}$'),
  created_at timestamptz not null default now()
);

-- Keyed, versioned hashes for exact look-up; two versions are valid during a rotation.
create table person_hashes (
  person_id uuid not null references persons,
  kind text not null check (kind in ('idNumber', 'name', 'phone', 'phoneLastFour', 'lastSix')),
  key_version text not null,
  hash bytea not null,
  primary key (person_id, kind, key_version)
);
create index person_hashes_look_up on person_hashes (hash, kind);

-- A case is one person, one counterpart, one procedure type; rates count cases.
create table cases (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  case_no text not null,
  direction text not null check (direction in ('in', 'out')),
  procedure_type text not null,
  rule_version text not null references rule_versions,
  person_id uuid not null references persons,
  counterpart_id uuid not null references counterparts,
  accepted_on date not null,
  scheme text not null default 'enterprise',
  category text not null default '',
  imported boolean not null default false,
  constraint cases_number_once unique (office_id, case_no)
);
create index cases_by_acceptance on cases (office_id, direction, accepted_on);
create index cases_by_person on cases (person_id);

create table case_numbers (
  office_id text not null references offices,
  prefix text not null,
  last_number integer not null,
  primary key (office_id, prefix)
);

create table transfers (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  case_id uuid not null references cases,
  leg text not null default 'pension' check (leg in ('pension', 'annuity', 'gathering')),
  direction text not null check (direction in ('in', 'out')),
  procedure_type text not null,
  rule_version text not null references rule_versions,
  counterpart_id uuid not null references counterparts,
  status_code text not null unique check (status_code ~ '^[0-9A-Z]{13}$'),
  steward_id uuid not null references staff,
  letter_sender_id uuid references staff,
  accepted_at timestamptz not null,
  closed_at timestamptz,
  closing text constraint transfers_closing check (closing in ('completed', 'refused', 'withdrawn', 'closedWithoutTransfer')),
  closing_reason text references reason_codes,
  -- Followed by a workflow: false for imported transfers of a procedure that does not exist yet.
  followed boolean not null default true,
  last_seq integer not null default 0,
  last_fact_seq integer not null default 0,
  created_at timestamptz not null default now(),
  constraint transfers_one_leg unique (case_id, leg),
  constraint transfers_closed_has_closing check ((closed_at is null) = (closing is null)),
  constraint transfers_facts_below_events check (last_fact_seq <= last_seq)
);
create index transfers_open on transfers (office_id, id) where closed_at is null;
create index transfers_by_steward on transfers (steward_id, id) where closed_at is null;
create index transfers_by_acceptance on transfers (office_id, accepted_at desc, id desc);
create index transfers_by_counterpart on transfers (counterpart_id, id);
create index transfers_by_closing_day on transfers (office_id, closed_at) where closed_at is not null;

create table status_attempts (
  transfer_id uuid primary key references transfers,
  failures integer not null default 0,
  locked_until timestamptz
);
