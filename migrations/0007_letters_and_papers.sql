create table letters (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  transfer_id uuid not null references transfers,
  attempt integer not null,
  envelope integer not null default 1,
  kind text not null default 'liaison' check (kind in ('liaison', 'correction')),
  channel text not null check (channel in ('ems', 'platform')),
  letter_no text not null,
  waybill text,
  posted_on date not null,
  state text not null default 'posted' check (state in
    ('posted', 'underWay', 'outForDelivery', 'delivered', 'returned', 'lost', 'unknown')),
  state_since timestamptz not null,
  failure_code text references reason_codes,
  last_scan_at timestamptz,
  sent_by_fact_seq integer not null,
  constraint letters_waybill_once unique (office_id, waybill, posted_on),
  constraint letters_envelope_once unique (transfer_id, attempt, envelope),
  constraint letters_ems_has_waybill check (channel = 'platform' or waybill is not null)
);
create index letters_by_number on letters (office_id, letter_no);

-- Every scan as received: unknown codes stay unknown, scans without a letter wait for one.
create table mail_scans (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  waybill text not null,
  scanned_at timestamptz not null,
  code text not null,
  text text not null default '',
  meaning text not null check (meaning in
    ('posted', 'underWay', 'outForDelivery', 'delivered', 'returned', 'backAtSender', 'unknown')),
  failure_code text references reason_codes,
  letter_id uuid references letters,
  source text not null check (source in ('webhook', 'file', 'hand')),
  received_at timestamptz not null default office_now(),
  constraint mail_scans_once unique (office_id, waybill, scanned_at, code)
);
create index mail_scans_waiting on mail_scans (office_id, waybill) where letter_id is null;
create index mail_scans_of_letter on mail_scans (letter_id, scanned_at);

create table papers (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  transfer_id uuid not null references transfers,
  kind text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  byte_length integer not null check (byte_length > 0),
  sha256 bytea not null,
  content_sealed bytea not null,
  added_by uuid references staff,
  added_at timestamptz not null default office_now(),
  constraint papers_once unique (transfer_id, sha256)
);
