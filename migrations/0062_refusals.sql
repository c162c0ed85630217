-- What was refused in writing, each with its number: not taken up at the counter (不予受理), or not approved after the acceptance (审核不通过).
create table refusals (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  refusal_no text not null,
  kind text not null constraint refusals_kind_check check (kind in ('notTakenUp', 'notApproved')),
  reason_code text not null references reason_codes,
  -- Of what was accepted; its person stands there.
  transfer_id uuid references transfers,
  name_sealed bytea,
  id_number_sealed bytea,
  phone_sealed bytea,
  counterpart_area_code text,
  -- What was answered at the counter: nothing that names somebody.
  answers jsonb not null default '{}',
  note_sealed bytea,
  by_staff_id uuid references staff,
  refused_at timestamptz not null default office_now(),
  idempotency_key text,
  body_hash bytea,
  constraint refusals_number unique (office_id, refusal_no),
  constraint refusals_once unique (office_id, idempotency_key),
  constraint refusals_of_whom check ((kind = 'notApproved') = (transfer_id is not null)),
  constraint refusals_named check (transfer_id is not null or (name_sealed is not null and id_number_sealed is not null))
);
create index refusals_by_day on refusals (office_id, refused_at desc, id);
create unique index refusals_of_transfer on refusals (transfer_id) where transfer_id is not null;
