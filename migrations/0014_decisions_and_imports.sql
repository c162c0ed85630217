-- A decision about money is made once, however often it is sent.
alter table matches
  add column part_id uuid references credit_parts,
  add column idempotency_key text,
  add column body_hash bytea;
create unique index matches_idempotency on matches (office_id, idempotency_key) where idempotency_key is not null;

-- The bank's money looks for the form whose total it completes, and for the area of who paid.
create index info_forms_by_total on info_forms (office_id, total_fen) where state = 'received';
create index counterparts_by_name on counterparts (name);

-- Which history a transfer was imported with.
create index import_lines_of_transfer on import_lines (transfer_id) where transfer_id is not null;

-- Lists of letters, the last posted first.
create index letters_by_posting on letters (office_id, posted_on desc, id desc);
