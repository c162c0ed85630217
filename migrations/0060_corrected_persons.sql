-- What was changed of a person, before and after, by whom and confirmed by whom: of a mobile and an address one clerk is enough who saw the ID.
alter table persons add column address_sealed bytea;
create table person_changes (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  -- At which of the person's transfers it was asked for.
  transfer_id uuid not null references transfers,
  field text not null constraint person_changes_field_check
    check (field in ('mobile', 'address', 'name', 'idNumber', 'person')),
  was_sealed bytea,
  becomes_sealed bytea,
  changed_at timestamptz not null default office_now(),
  by_staff_id uuid not null references staff,
  confirmed_by uuid references staff
);
create index person_changes_of_person on person_changes (person_id, changed_at);

-- The new number is told, and the one that it was before.
alter table notices add column to_sealed bytea;
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('acceptance', 'completion', 'contactChanged'));
alter table notices drop constraint notices_recipient_check;
alter table notices add constraint notices_recipient_check check (recipient in ('person', 'agent', 'formerNumber'));
