-- Papers that leave the office: kept as they were printed, sealed, so that a reprint is the same to the byte.
alter table offices
  add column address text not null default '',
  add column postcode text not null default '',
  -- What the seal says; empty: the office's name.
  add column seal_text text not null default '',
  add column logo bytea,
  add column logo_media_type text constraint offices_logo_media_type_check check (logo_media_type in ('image/png', 'image/jpeg'))
    constraint offices_logo_check check ((logo is null) = (logo_media_type is null));

-- Words of papers as the office has them, each from a day on; without a row, and for a block that it leaves out, the program's own.
create table document_templates (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  kind text not null constraint document_templates_kind_check check (kind ~ '^[a-zA-Z]{3,40}$'),
  words jsonb not null constraint document_templates_words_check check (jsonb_typeof(words) = 'object'),
  valid_from date not null,
  changed_by uuid not null references staff (id),
  changed_at timestamptz not null default office_now()
);
-- Nothing is overwritten: of two for one day the later one holds.
create index document_templates_in_force on document_templates (office_id, kind, valid_from desc, changed_at desc);

create table documents (
  id uuid primary key,
  office_id text not null references offices (id),
  kind text not null constraint documents_kind_check check (kind ~ '^[a-zA-Z]{3,40}$'),
  -- Null: of nobody's transfer, as a request that was not taken up.
  transfer_id uuid references transfers (id),
  -- Which of several of a kind, where it speaks of one thing: a letter, a refusal.
  subject_id uuid,
  number text not null constraint documents_number_check check (length(number) between 1 and 80),
  version integer not null constraint documents_version_check check (version > 0),
  replaces uuid references documents (id),
  replaced_at timestamptz,
  check_code text constraint documents_check_code_key unique constraint documents_check_code_check check (check_code ~ '^[0-9A-HJKMNP-TV-Z]{13}$'),
  -- Null: the program's own words.
  template_id uuid references document_templates (id),
  pages integer not null constraint documents_pages_check check (pages > 0),
  byte_length integer not null,
  content_sha256 bytea not null constraint documents_content_sha256_check check (octet_length(content_sha256) = 32),
  content_sealed bytea not null,
  made_on date not null,
  made_at timestamptz not null default office_now(),
  made_by uuid not null references staff (id),
  constraint documents_number_key unique (office_id, kind, number, version)
);
create index documents_of_transfer on documents (transfer_id, made_at);
create index documents_of_day on documents (office_id, made_on, kind);
create index documents_of_subject on documents (subject_id) where subject_id is not null;
