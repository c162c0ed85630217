-- What the page of one transfer shows, past and present: who held it, and every form that came for it.
create index responsibilities_of_transfer on responsibilities (transfer_id, ordinal);
create index info_forms_of_transfer on info_forms (transfer_id);
