-- A procedure's steps and outcomes as rows, so that a step refers to them instead of a list of words in a check. They are
-- generated (procedures.generated.sql, written after every migrate, never deleted); here stand those of the day.
create table procedures (
  key text primary key,
  direction text not null check (direction in ('in', 'out')),
  procedure_type text not null,
  version text not null,
  -- Transfers accepted from this day on follow it, until a later version begins.
  valid_from date not null,
  case_no_prefix text not null check (case_no_prefix ~ '^[A-Z]{2}$'),
  constraint procedures_once unique (direction, procedure_type, version),
  -- At the end of the statement: two versions may move at once.
  constraint procedures_one_a_day unique (direction, procedure_type, valid_from) deferrable
);

create table procedure_steps (
  procedure text not null references procedures,
  step text not null check (step ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  -- Its place in the text, from 1.
  place integer not null,
  role text not null,
  party text not null constraint procedure_steps_party check (party in
    ('own', 'otherUnit', 'higherAuthority', 'financeBureau', 'counterpart', 'courier', 'bank', 'employer', 'insured')),
  -- What comes from outside decides it.
  decided_by text check (decided_by in ('answer', 'formAndMoney')),
  primary key (procedure, step)
);

create table procedure_outcomes (
  procedure text not null,
  step text not null,
  outcome text not null check (outcome ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  -- From 1; the first is the good one. 0: an ending that any step can have.
  place integer not null,
  primary key (procedure, step, outcome),
  constraint procedure_outcomes_of_step foreign key (procedure, step) references procedure_steps
);

-- A change of the dates is a new revision of the rules that a process keeps.
create trigger rules_changed after insert or update or delete or truncate on procedures
  for each statement execute function rules_changed();

insert into procedures values ('in/employee/2010-66', 'in', 'employee', '2010-66', '2010-01-01', 'IN');
insert into procedure_steps (procedure, step, place, role, party, decided_by)
select 'in/employee/2010-66', * from (values
  ('review', 1, 'reviewer', 'own', null),
  ('liaisonLetter', 2, 'letterClerk', 'own', null),
  ('delivery', 3, 'letterClerk', 'courier', 'answer'),
  ('formAndFunds', 4, 'clerk', 'counterpart', 'formAndMoney'),
  ('match', 5, 'finance', 'own', null),
  ('entry', 6, 'entryClerk', 'own', null),
  ('secondReview', 7, 'reviewer', 'own', null),
  ('booking', 8, 'finance', 'own', null)) as said;
insert into procedure_outcomes (procedure, step, outcome, place)
select 'in/employee/2010-66', * from (values
  ('review', 'eligible', 1),
  ('review', 'refused', 2),
  ('liaisonLetter', 'sent', 1),
  ('delivery', 'delivered', 1),
  ('delivery', 'returned', 2),
  ('delivery', 'lost', 3),
  ('formAndFunds', 'agreed', 1),
  ('formAndFunds', 'differs', 2),
  ('formAndFunds', 'returned', 3),
  ('match', 'agreed', 1),
  ('match', 'returned', 2),
  ('entry', 'entered', 1),
  ('entry', 'returned', 2),
  ('secondReview', 'approved', 1),
  ('secondReview', 'sentBack', 2),
  ('booking', 'booked', 1)) as said;
insert into procedure_outcomes (procedure, step, outcome, place)
select procedure, step, ending, 0 from procedure_steps cross join unnest(array['withdrawn', 'closedWithoutTransfer']) as ending;

-- The release before knows one procedure only: what it leaves out is that one.
alter table transfers add column procedure_version text not null default '2010-66';
alter table steps add column procedure text not null default 'in/employee/2010-66';
-- Not valid: old rows are not looked at again. What the release before writes stays allowed.
alter table steps drop constraint steps_step;
alter table steps drop constraint steps_outcome_legal;
alter table steps add constraint steps_of_procedure foreign key (procedure, step) references procedure_steps not valid;
alter table steps add constraint steps_outcome_of_procedure foreign key (procedure, step, outcome) references procedure_outcomes not valid;

-- Limits by direction, and by region where one has promised less: the area code's first digits, '' everywhere.
alter table limits add column direction text not null default 'in' check (direction in ('in', 'out'));
alter table limits add column region text not null default '' check (region ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})?$');
alter table limits drop constraint limits_pkey;
alter table limits add constraint limits_pkey primary key (rule_version, direction, procedure_type, region, name);

-- The rates ask how the transfer ended instead of the outcome that ended it, which is the procedure's word.
drop index events_of_rates;
create index events_of_rates on events (transfer_id)
  include (office_id, seq, fact_seq, kind, reason_code, closes, step_ordinal, occurred_at, recorded_at)
  where kind in ('letterSent', 'letterReturned', 'letterLost', 'returnedByCounterpart', 'sentBackToCounterpart',
      'reviewed', 'decided', 'booked', 'withdrawn', 'closedWithoutTransfer')
    and (kind <> 'letterSent' or closes);
