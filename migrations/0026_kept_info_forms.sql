-- A form that arrives when it can change nothing any more is kept, for a person to decide.
alter table info_forms drop constraint info_forms_state_check;
alter table info_forms add constraint info_forms_state_check check (state in
  ('received', 'sentBack', 'superseded', 'kept'));
