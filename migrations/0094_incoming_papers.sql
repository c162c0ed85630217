-- contract: not needed since 0.1.0
-- Every paper that comes in, on the day it comes (来件登记): the clock of a transfer-out counts from there, also when its case is found later.
create table incoming_papers (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  kind text not null check (kind in ('letter', 'form', 'dispute', 'chaser', 'ownLetterBack', 'other')),
  channel text not null check (channel in ('ems', 'platform', 'hand')),
  arrived_at timestamptz not null,
  recorded_at timestamptz not null default office_now(),
  by_staff_id uuid not null references staff,
  -- Null: not of the directory, or not legible; then its name as it was written.
  counterpart_id uuid references counterparts,
  sender_sealed bytea,
  letter_no text,
  letter_dated date,
  -- Whom it is about, where that is legible.
  name_sealed bytea,
  id_number_sealed bytea,
  scan_reference text,
  note_sealed bytea,
  -- What became of it: it opened a transfer, belongs to one, is another copy of a letter that is known, or waits for somebody.
  state text not null check (state in ('opened', 'attached', 'known', 'parked')),
  -- Why it waits.
  parked_for text check (parked_for in ('sender', 'person', 'case')),
  transfer_id uuid references transfers,
  same_as uuid references incoming_papers,
  -- Another region asks for the same person.
  two_regions boolean not null default false,
  idempotency_key text,
  body_hash bytea,
  constraint incoming_papers_once unique (office_id, idempotency_key),
  constraint incoming_papers_parked check ((state = 'parked') = (transfer_id is null)),
  constraint incoming_papers_why check ((state = 'parked') = (parked_for is not null))
);
create index incoming_papers_by_arrival on incoming_papers (office_id, arrived_at desc, id);
create index incoming_papers_by_letter on incoming_papers (counterpart_id, letter_no) where kind = 'letter';
create index incoming_papers_of_transfer on incoming_papers (transfer_id) where transfer_id is not null;

-- Two regions may ask for one person: two transfers of one case. The first of each leg is number 1.
alter table transfers add column number integer not null default 1 check (number > 0);
alter table transfers drop constraint transfers_one_leg;
alter table transfers add constraint transfers_one_leg unique (case_id, leg, number);
