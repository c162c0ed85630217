-- What the national platform says is in transit, day by day, and where it differs from the ledger.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('counterparts', 'ledgerIn', 'ledgerOut', 'openTransfers', 'bankStatement', 'courierScans', 'platformInTransit'));

-- The newest that the platform has said of each of its serials.
create table platform_rows (
  office_id text not null references offices (id),
  serial text not null,
  direction text not null constraint platform_rows_direction_check check (direction in ('in', 'out')),
  area_code text not null,
  -- Clocks start here, not when somebody fetches the list.
  arrived_at timestamptz not null,
  status text not null constraint platform_rows_status_check check (status in ('waiting', 'inHand', 'formSent', 'fundsSent', 'returned', 'done', 'unknown')),
  -- Working days in transit, as the platform counts them.
  days integer not null constraint platform_rows_days_check check (days >= 0),
  -- Null: it does not say.
  overdue boolean,
  name_sealed bytea not null,
  id_number_sealed bytea not null,
  transfer_id uuid references transfers (id),
  first_listed_on date not null,
  last_listed_on date not null,
  primary key (office_id, serial),
  constraint platform_rows_days_in_order check (first_listed_on <= last_listed_on)
);
create index platform_rows_listed on platform_rows (office_id, last_listed_on);
create index platform_rows_of_transfer on platform_rows (transfer_id) where transfer_id is not null;

-- Its numbers beside ours on the day, as they were when the two were compared.
create table platform_lists (
  office_id text not null references offices (id),
  listed_on date not null,
  direction text not null constraint platform_lists_direction_check check (direction in ('in', 'out')),
  there integer not null,
  here integer not null,
  overdue_there integer not null,
  overdue_here integer not null,
  compared_at timestamptz not null default office_now(),
  primary key (office_id, listed_on, direction)
);

create table platform_differences (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  kind text not null constraint platform_differences_kind_check check (kind in ('onlyThere', 'onlyHere', 'statusDiffers', 'daysDiffer', 'closedLongAgo')),
  direction text not null constraint platform_differences_direction_check check (direction in ('in', 'out')),
  serial text,
  transfer_id uuid references transfers (id),
  -- A status, or a number of days; null where one side knows nothing.
  theirs text,
  ours text,
  -- While it stays the same it is the same difference, whatever day it is.
  gap text not null,
  owner_id uuid not null references staff (id),
  first_on date not null,
  last_on date not null,
  -- The first list in which it is no more.
  ended_on date,
  settled_at timestamptz,
  settled_by uuid references staff (id),
  -- Of sealed_texts, without a foreign key, so that a text can be destroyed.
  note_id uuid,
  constraint platform_differences_of_something check (serial is not null or transfer_id is not null),
  constraint platform_differences_days_in_order check (first_on <= last_on and (ended_on is null or first_on <= ended_on)),
  constraint platform_differences_settled check ((settled_at is null) = (settled_by is null))
);
create unique index platform_differences_standing on platform_differences
  (office_id, kind, coalesce(serial, ''), coalesce(transfer_id, '00000000-0000-0000-0000-000000000000'), gap) where ended_on is null;
create index platform_differences_of_day on platform_differences (office_id, first_on, last_on);
create index platform_differences_of_transfer on platform_differences (transfer_id) where transfer_id is not null;
