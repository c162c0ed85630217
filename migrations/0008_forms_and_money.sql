create table info_forms (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  transfer_id uuid not null references transfers,
  attempt integer not null,
  form_no text not null default '',
  received_on date not null,
  state text not null default 'received' check (state in ('received', 'sentBack', 'superseded')),
  personal_before_1998_fen bigint not null check (personal_before_1998_fen >= 0),
  account_until_last_year_fen bigint not null check (account_until_last_year_fen >= 0),
  account_this_year_fen bigint not null check (account_this_year_fen >= 0),
  account_total_fen bigint not null check (account_total_fen >= 0),
  pooled_fund_fen bigint not null check (pooled_fund_fen >= 0),
  total_fen bigint not null check (total_fen >= 0),
  flags jsonb not null default '[]',
  fact_seq integer not null,
  recorded_at timestamptz not null default office_now()
);
create unique index info_forms_one_valid on info_forms (transfer_id) where state = 'received';

create table info_form_years (
  info_form_id uuid not null references info_forms,
  row_no integer not null check (row_no > 0),
  area_code text not null default '',
  from_month text not null check (from_month ~ '^\d{6}$'),
  to_month text not null check (to_month ~ '^\d{6}$'),
  months integer not null check (months between 0 and 12),
  base_fen bigint not null check (base_fen >= 0),
  employer_rate numeric(6, 4) not null default 0,
  personal_rate numeric(6, 4) not null default 0,
  credited_fen bigint not null default 0,
  interest_fen bigint not null default 0,
  balance_fen bigint not null default 0,
  note text not null default '',
  primary key (info_form_id, row_no)
);

-- Money received (登帐). Memo, payer and account are sealed; the parts say where every fen is.
create table credits (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  serial text not null,
  booked_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  payer_sealed bytea,
  payer_account_sealed bytea,
  memo_sealed bytea,
  verdict text not null check (verdict in
    ('match', 'part', 'split', 'amountDiffers', 'propose', 'paidTwice', 'suspense')),
  explanation jsonb not null default '{}',
  import_id uuid,
  received_at timestamptz not null default office_now(),
  constraint credits_serial_once unique (office_id, serial)
);
create index credits_by_day on credits (office_id, booked_on desc, id desc);

create table credit_parts (
  id uuid primary key default gen_random_uuid(),
  credit_id uuid not null references credits,
  office_id text not null references offices,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('suspense', 'proposed', 'matched', 'booked', 'returned')),
  transfer_id uuid references transfers,
  owner_id uuid not null references staff,
  reason text not null default '',
  since timestamptz not null default office_now(),
  constraint credit_parts_known_transfer check (state in ('suspense', 'returned') or transfer_id is not null)
);
create index credit_parts_of_credit on credit_parts (credit_id);
create index credit_parts_of_transfer on credit_parts (transfer_id) where transfer_id is not null;
create index credit_parts_waiting on credit_parts (office_id, since) where state in ('suspense', 'proposed');

-- Money is conserved: at commit the parts of a credit sum to it, whatever was done in between.
create function credit_parts_sum() returns trigger language plpgsql as $$
declare
  the_credit uuid := coalesce(new.credit_id, old.credit_id);
begin
  if (select amount_fen from credits where id = the_credit)
     is distinct from (select coalesce(sum(amount_fen), 0) from credit_parts where credit_id = the_credit) then
    raise exception 'the parts of credit % do not sum to it', the_credit using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger credit_parts_sum after insert or update or delete on credit_parts
  deferrable initially deferred for each row execute function credit_parts_sum();

create function credits_have_parts() returns trigger language plpgsql as $$
begin
  if not exists (select from credit_parts where credit_id = new.id) then
    raise exception 'credit % has no part', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger credits_have_parts after insert on credits
  deferrable initially deferred for each row execute function credits_have_parts();

-- Each decision about a part: who or which rule matched it, on which key.
create table matches (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  credit_id uuid not null references credits,
  transfer_id uuid references transfers,
  decision text not null check (decision in ('matched', 'proposed', 'confirmed', 'rejected', 'returned', 'split')),
  amount_fen bigint not null,
  key_used text not null default '',
  by_staff_id uuid references staff,
  note text not null default '',
  at timestamptz not null default office_now()
);
create index matches_of_credit on matches (credit_id);

create table bookings (
  transfer_id uuid primary key references transfers,
  office_id text not null references offices,
  amount_fen bigint not null check (amount_fen >= 0),
  booked_at timestamptz not null,
  booked_by uuid references staff,
  fact_seq integer not null
);
