-- The procedures as rows. Generated from domain/procedures/ by `npm run generate`; run after every migrate.

insert into procedures (key, direction, procedure_type, version, valid_from, case_no_prefix) values
  ('in/employee/2010-66', 'in', 'employee', '2010-66', '2010-01-01', 'IN')
on conflict (key) do update set direction = excluded.direction, procedure_type = excluded.procedure_type, version = excluded.version, valid_from = excluded.valid_from, case_no_prefix = excluded.case_no_prefix;

insert into procedure_steps (procedure, step, place, role, party, decided_by) values
  ('in/employee/2010-66', 'review', 1, 'reviewer', 'own', null),
  ('in/employee/2010-66', 'liaisonLetter', 2, 'letterClerk', 'own', null),
  ('in/employee/2010-66', 'delivery', 3, 'letterClerk', 'courier', 'answer'),
  ('in/employee/2010-66', 'formAndFunds', 4, 'clerk', 'counterpart', 'formAndMoney'),
  ('in/employee/2010-66', 'match', 5, 'clerk', 'own', null),
  ('in/employee/2010-66', 'entry', 6, 'entryClerk', 'own', null),
  ('in/employee/2010-66', 'secondReview', 7, 'reviewer', 'own', null),
  ('in/employee/2010-66', 'booking', 8, 'accountClerk', 'own', null)
on conflict (procedure, step) do update set place = excluded.place, role = excluded.role, party = excluded.party, decided_by = excluded.decided_by;

insert into procedure_outcomes (procedure, step, outcome, place) values
  ('in/employee/2010-66', 'review', 'eligible', 1),
  ('in/employee/2010-66', 'review', 'refused', 2),
  ('in/employee/2010-66', 'review', 'withdrawn', 0),
  ('in/employee/2010-66', 'review', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'liaisonLetter', 'sent', 1),
  ('in/employee/2010-66', 'liaisonLetter', 'withdrawn', 0),
  ('in/employee/2010-66', 'liaisonLetter', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'delivery', 'delivered', 1),
  ('in/employee/2010-66', 'delivery', 'returned', 2),
  ('in/employee/2010-66', 'delivery', 'lost', 3),
  ('in/employee/2010-66', 'delivery', 'withdrawn', 0),
  ('in/employee/2010-66', 'delivery', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'formAndFunds', 'agreed', 1),
  ('in/employee/2010-66', 'formAndFunds', 'differs', 2),
  ('in/employee/2010-66', 'formAndFunds', 'returned', 3),
  ('in/employee/2010-66', 'formAndFunds', 'withdrawn', 0),
  ('in/employee/2010-66', 'formAndFunds', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'match', 'agreed', 1),
  ('in/employee/2010-66', 'match', 'returned', 2),
  ('in/employee/2010-66', 'match', 'withdrawn', 0),
  ('in/employee/2010-66', 'match', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'entry', 'entered', 1),
  ('in/employee/2010-66', 'entry', 'returned', 2),
  ('in/employee/2010-66', 'entry', 'withdrawn', 0),
  ('in/employee/2010-66', 'entry', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'secondReview', 'approved', 1),
  ('in/employee/2010-66', 'secondReview', 'sentBack', 2),
  ('in/employee/2010-66', 'secondReview', 'withdrawn', 0),
  ('in/employee/2010-66', 'secondReview', 'closedWithoutTransfer', 0),
  ('in/employee/2010-66', 'booking', 'booked', 1),
  ('in/employee/2010-66', 'booking', 'withdrawn', 0),
  ('in/employee/2010-66', 'booking', 'closedWithoutTransfer', 0)
on conflict (procedure, step, outcome) do update set place = excluded.place;
