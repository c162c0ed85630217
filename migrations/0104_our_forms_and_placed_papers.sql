-- Our own form of a transfer-out has its rows, as one that came has them: computed from the rows of contributions when it is made out.
alter table info_forms drop constraint info_forms_state_check;
alter table info_forms add constraint info_forms_state_check check (state in ('received', 'sentBack', 'superseded', 'kept', 'issued'));

-- The number on the envelope, as a scanner reads it where the post is opened.
alter table incoming_papers add column waybill text;
