-- One row per step that was opened, keyed by ordinal, never by run: a walk over the recorded facts finds the same rows.
create table steps (
  transfer_id uuid not null references transfers,
  ordinal integer not null check (ordinal > 0),
  office_id text not null references offices,
  step text not null constraint steps_step check (step in
    ('review', 'liaisonLetter', 'delivery', 'formAndFunds', 'match', 'entry', 'secondReview', 'booking')),
  attempt integer not null check (attempt > 0),
  rule_version text not null references rule_versions,
  owner_id uuid not null references staff,
  opened_at timestamptz not null,
  opened_recorded_at timestamptz not null default office_now(),
  opened_by_fact_seq integer not null,
  due_on date not null,
  due_at timestamptz not null,
  provisional boolean not null default false,
  due_explained jsonb not null,
  reminder_at timestamptz,
  reminded_at timestamptz,
  overdue_at timestamptz,
  next_escalation_at timestamptz,
  escalations integer not null default 0,
  held_since timestamptz,
  hold_reason text references reason_codes,
  hold_review_on date,
  hold_review_raised_at timestamptz,
  held_working_days integer not null default 0,
  closed_at timestamptz,
  closed_recorded_at timestamptz,
  closed_by_fact_seq integer,
  outcome text,
  primary key (transfer_id, ordinal),
  constraint steps_closed_has_outcome check ((closed_at is null) = (outcome is null)),
  constraint steps_outcome_legal check (outcome is null
    or outcome in ('refused', 'withdrawn', 'closedWithoutTransfer')
    or (step = 'review' and outcome = 'eligible')
    or (step = 'liaisonLetter' and outcome = 'sent')
    or (step = 'delivery' and outcome in ('delivered', 'returned', 'lost'))
    or (step = 'formAndFunds' and outcome in ('agreed', 'differs', 'returned'))
    or (step = 'match' and outcome in ('agreed', 'returned'))
    or (step = 'entry' and outcome in ('entered', 'returned'))
    or (step = 'secondReview' and outcome in ('approved', 'sentBack'))
    or (step = 'booking' and outcome = 'booked'))
);
create unique index steps_one_open on steps (transfer_id) where closed_at is null;
create index steps_work_list on steps (owner_id, due_at, transfer_id) where closed_at is null;
create index steps_open_by_due on steps (office_id, due_at, transfer_id) where closed_at is null;
create index steps_closed on steps (office_id, step, closed_at) where closed_at is not null;

-- Who was responsible at any past instant: the steward of the transfer, the owner of each step, without gap or overlap.
create table responsibilities (
  id bigint generated always as identity primary key,
  transfer_id uuid not null references transfers,
  ordinal integer,
  kind text not null check (kind in ('steward', 'step')),
  staff_id uuid not null references staff,
  since timestamptz not null,
  until timestamptz,
  why text not null check (why in ('planned', 'assigned', 'takenOver', 'standIn', 'returned', 'reassigned', 'managerHolds', 'imported')),
  note text not null default '',
  by_staff_id uuid references staff,
  constraint responsibilities_step_has_ordinal check ((kind = 'step') = (ordinal is not null)),
  constraint responsibilities_forward check (until is null or until >= since)
);
create unique index responsibilities_one_now on responsibilities (transfer_id, kind, coalesce(ordinal, 0)) where until is null;
create index responsibilities_of_staff on responsibilities (staff_id, since);

-- An attempt runs from the sending of a letter to its end (domain.md 8.2).
create table attempts (
  transfer_id uuid not null references transfers,
  attempt integer not null check (attempt > 0),
  started_at timestamptz not null,
  started_by_fact_seq integer not null,
  ended_at timestamptz,
  ended_by_fact_seq integer,
  ending text check (ending in ('closed', 'returned', 'withdrawn', 'closedWithoutTransfer')),
  reason_code text references reason_codes,
  primary key (transfer_id, attempt),
  constraint attempts_ended_has_ending check ((ended_at is null) = (ending is null))
);
create unique index attempts_one_open on attempts (transfer_id) where ended_at is null;

create table tasks (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  transfer_id uuid references transfers,
  kind text not null check (kind in
    ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice')),
  reason_code text references reason_codes,
  owner_id uuid not null references staff,
  about jsonb not null default '{}',
  natural_key text not null,
  opened_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  closed_by uuid references staff,
  closing_note text not null default '',
  constraint tasks_once unique (office_id, natural_key)
);
create index tasks_work_list on tasks (owner_id, due_on, id) where closed_at is null;
create index tasks_of_transfer on tasks (transfer_id);
