-- Money that the bank takes back is in a state of its own, with the debit that took it; every debit is work for finance.
alter table credit_parts drop constraint credit_parts_state_check;
alter table credit_parts add constraint credit_parts_state_check check (state in
  ('suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'));
-- What nobody's transfer counted on can be taken back too: nothing that old statements write is forbidden.
alter table credit_parts drop constraint credit_parts_known_transfer;
alter table credit_parts add constraint credit_parts_known_transfer
  check (state in ('suspense', 'returned', 'reversed') or transfer_id is not null) not valid;
alter table credit_parts add column entry_id uuid references bank_entries;
create index credit_parts_of_entry on credit_parts (entry_id) where entry_id is not null;
alter table matches drop constraint matches_decision_check;
alter table matches add constraint matches_decision_check check (decision in
  ('matched', 'proposed', 'confirmed', 'rejected', 'returned', 'split', 'reversed'));
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'deadLetter', 'stuckTransfer', 'moneyOut'));
create index tasks_money_out on tasks (transfer_id) where kind = 'moneyOut' and closed_at is null;
-- Of a debit: what finance must read to settle it, and what a credit that comes later is compared with.
alter table bank_entries add column is_reversal boolean not null default false;
alter table bank_entries add column payer_sealed bytea;
alter table bank_entries add column memo_sealed bytea;
create index bank_entries_reversals on bank_entries (office_id, amount_fen) where is_reversal;
