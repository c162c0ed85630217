-- What whoever leaves a transfer writes for whoever takes it over, and who of them has read it when.
create table hand_over_notes (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  transfer_id uuid not null references transfers (id),
  written_by uuid not null references staff (id),
  written_at timestamptz not null default office_now(),
  -- Of sealed_texts; without a foreign key, so that a text can be destroyed.
  text_id uuid not null,
  read_by uuid references staff (id),
  read_at timestamptz,
  idempotency_key text,
  constraint hand_over_notes_read_by_somebody check ((read_by is null) = (read_at is null)),
  constraint hand_over_notes_read_by_another check (read_by <> written_by),
  constraint hand_over_notes_once unique (office_id, idempotency_key)
);
create index hand_over_notes_of_transfer on hand_over_notes (transfer_id, written_at);
create index hand_over_notes_unread on hand_over_notes (office_id, transfer_id) where read_at is null;
