-- Why somebody had a masked number shown: the word that was chosen, and what was typed, which stands sealed apart.
alter table look_ups
  add column reason text constraint look_ups_reason_check
    check (reason in ('callPerson', 'personIsHere', 'checkIdentity', 'complaint', 'other')),
  add column note_id uuid constraint look_ups_note references sealed_texts (id);
