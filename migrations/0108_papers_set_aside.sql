-- A paper that belongs to nobody here is set aside by somebody, with a word, and may be taken up again: it stays `parked` for the
-- release before, and is known by these columns.
alter table incoming_papers add column set_aside_at timestamptz;
alter table incoming_papers add column set_aside_by uuid references staff (id);
-- Of sealed_texts, without a foreign key, so that a text can be destroyed.
alter table incoming_papers add column set_aside_note_id uuid;
-- How often it was taken up again: each time it is work anew.
alter table incoming_papers add column taken_up integer not null default 0;

-- What waits is little among all that ever came.
create index incoming_papers_waiting on incoming_papers (office_id, arrived_at desc, id) where state = 'parked';
