-- What each case said of its person, beside the one row of the person that all their cases share, and what was answered at the
-- counter. A question that nobody asked has no answer: null.
create table applications (
  case_id uuid primary key references cases,
  name_sealed bytea not null,
  id_number_sealed bytea,
  -- The number before it was changed, or the card before a new one.
  old_id_number_sealed bytea,
  -- The country of a passport.
  passport_of text check (passport_of ~ '^[A-Z]{3}$'),
  phone_sealed bytea,
  address_sealed bytea,
  employer_sealed bytea,
  employer_phone_sealed bytea,
  agent_sealed bytea,
  agent_phone_sealed bytea,
  agent_relation_sealed bytea,
  local_hukou boolean,
  approved_move boolean,
  -- On which day the relation in this province began: it counts for the age gate.
  first_insured_here_on date,
  insured_here boolean,
  draws_pension boolean,
  benefit_place_here boolean,
  migrant_worker boolean,
  proofs text[] not null default '{}' check (proofs <@ '{householdRegister, approvalPaper, entrustment, other}'),
  recorded_at timestamptz not null default office_now()
);
alter table persons add column passport_of text check (passport_of ~ '^[A-Z]{3}$');

insert into reason_codes (code, step, zh, en, effect, consumes_attempt, ground, places) values
  ('A08', 'I2', '省内无需转移', 'within the province nothing is transferred', 'X', false, '', '{reviewed, closedWithoutTransfer}');

-- Rules of a province, by the first digits of its area codes; '' everywhere. The longest region that fits is the one that counts.
create table regional_rules (
  rule_version text not null references rule_versions,
  region text not null check (region ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})?$'),
  name text not null,
  value jsonb not null,
  source text not null,
  constraint regional_rules_pkey primary key (rule_version, region, name)
);
create trigger rules_changed after insert or delete or update or truncate on regional_rules
  for each statement execute function rules_changed();
insert into regional_rules (rule_version, region, name, value, source) values
  ('2010-66', '', 'noTransferInsideProvince', 'true', 'practice of provinces that pool their funds: only 变更登记');
insert into rules (rule_version, name, value, source) values
  ('2010-66', 'passports', 'true', 'assumption: foreigners without a residence card are insured by passport');
