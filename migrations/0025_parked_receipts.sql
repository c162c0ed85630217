-- A receipt may overtake the gateway's own answer: it waits here for its notice, and is taken up with it.
create table parked_receipts (
  reference text not null,
  state text not null check (state in ('delivered', 'failed')),
  reason text not null default '',
  received_at timestamptz not null default office_now(),
  notice_id uuid references notices,
  primary key (reference, state)
);
