-- Words of people, and of whoever writes to us from outside: sealed, apart from what they were said about, which keeps their id.
-- So a key can be changed and a person destroyed while no event is touched. What a text was sealed with says that it is this row.
create table sealed_texts (
  -- No foreign key points here: what has been destroyed leaves its id behind.
  id uuid primary key,
  -- Null: not known yet; a receipt of the gateway can come before its notice is known to have left.
  office_id text references offices,
  -- Where the text is about one: whoever destroys what was said of a person finds it by this.
  transfer_id uuid references transfers,
  sealed bytea not null,
  kept_at timestamptz not null default clock_timestamp()
);
create index sealed_texts_of_transfer on sealed_texts (transfer_id) where transfer_id is not null;

-- The columns of the same names without _id hold what was written before; from now on they hold words of ours only.
alter table absences add column note_id uuid;
alter table info_form_years add column note_id uuid, add column base_reason_id uuid;
alter table mail_scans add column text_id uuid;
alter table matches add column note_id uuid;
alter table notices add column failure_id uuid;
alter table parked_receipts add column reason_id uuid;
alter table responsibilities add column note_id uuid;
alter table tasks add column closing_note_id uuid;
alter table cases add column category_id uuid;
alter table papers add column kind_id uuid;
