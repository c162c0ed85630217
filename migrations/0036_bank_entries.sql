-- An entry of the bank is account, day, direction, amount and reference together: many references begin anew each day or in each account.
-- `twin` tells apart what is alike in all of them and stands twice in one file.
create table bank_entries (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  account text not null default '',
  direction text not null check (direction in ('credit', 'debit')),
  booked_on date not null,
  amount_fen bigint not null check (amount_fen >= 0),
  serial text not null,
  twin integer not null default 1 check (twin > 0),
  likeness bytea,
  credit_id uuid references credits,
  import_id uuid references imports,
  received_at timestamptz not null default office_now(),
  constraint bank_entries_once unique (office_id, account, booked_on, direction, amount_fen, serial, twin)
);
create index bank_entries_by_serial on bank_entries (office_id, serial);
create index bank_entries_alike on bank_entries (office_id, booked_on, amount_fen);
create index bank_entries_of_credit on bank_entries (credit_id) where credit_id is not null;
insert into bank_entries (office_id, direction, booked_on, amount_fen, serial, credit_id, import_id, received_at)
  select office_id, 'credit', booked_on, amount_fen, serial, id, import_id, received_at from credits where serial not like 'ledger:%';
alter table credits drop constraint credits_serial_once;
create index credits_by_serial on credits (office_id, serial);
alter table credits add column account text not null default '';

-- Our own accounts. While none is named a statement of any account is taken.
create table bank_accounts (
  office_id text not null references offices,
  number text not null check (number <> ''),
  name text not null default '',
  primary key (office_id, number)
);

-- What each statement says about itself, so that the next one shows a gap.
create table bank_statements (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  import_id uuid not null references imports,
  account text not null default '',
  sequence integer,
  from_on date,
  to_on date,
  opening_fen bigint,
  closing_fen bigint
);
create index bank_statements_of_account on bank_statements (office_id, account, to_on desc, id desc);
create index bank_statements_of_import on bank_statements (import_id);

-- What is to be said about a file as a whole, also when no row of it went in.
alter table imports add column file_warnings jsonb not null default '[]';

