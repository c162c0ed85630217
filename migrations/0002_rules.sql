-- Rules are data with dates: a case keeps the version it was opened under.
create table rule_versions (
  version text primary key,
  valid_from date not null unique,
  note text not null
);

create table limits (
  rule_version text not null references rule_versions,
  procedure_type text not null,
  name text not null,
  working_days integer not null check (working_days >= 0),
  source text not null,
  primary key (rule_version, procedure_type, name)
);

-- Settings of the rules that are not limits: what counts as an attempt, ages, rates.
create table rules (
  rule_version text not null references rule_versions,
  name text not null,
  value jsonb not null,
  source text not null,
  primary key (rule_version, name)
);

create table reason_codes (
  code text primary key check (code ~ '^[A-Z]\d{2}$'),
  step text not null,
  zh text not null,
  en text not null,
  effect text not null check (effect in ('R', 'H', 'P', 'X')),
  consumes_attempt boolean not null,
  valid_from date not null default '2010-01-01',
  valid_until date
);

-- Only the days that differ from Monday-to-Friday; kind says what they are.
create table calendar_days (
  day date primary key,
  kind text not null check (kind in ('rest', 'work')),
  source text not null
);

-- Years whose State Council notice is loaded: due dates beyond are provisional.
create table calendar_years (
  year integer primary key,
  notice text not null,
  loaded_at timestamptz not null default now()
);
