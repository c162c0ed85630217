-- What letters say of the office: its head from a day on, since a move is known before it happens, and where the money goes.
create table office_logos (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  media_type text not null constraint office_logos_media_type_check check (media_type in ('image/png', 'image/jpeg')),
  bytes bytea not null constraint office_logos_bytes_check check (octet_length(bytes) > 0),
  -- The same picture twice is one.
  sha256 bytea not null constraint office_logos_sha256_check check (octet_length(sha256) = 32),
  -- Null: it was there before logos had days.
  added_by uuid references staff (id),
  added_at timestamptz not null default office_now(),
  constraint office_logos_once unique (office_id, sha256)
);

create table letterheads (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  address text not null,
  postcode text not null constraint letterheads_postcode_check check (postcode ~ '^(\d{6})?$'),
  -- What the seal says; empty: the office's name.
  seal_text text not null,
  logo_id uuid references office_logos (id),
  valid_from date not null,
  -- Null: it was there before letterheads had days; who set it stands in office_events.
  changed_by uuid references staff (id),
  changed_at timestamptz not null default office_now()
);
-- Nothing is overwritten: of two for one day the later one holds.
create index letterheads_in_force on letterheads (office_id, valid_from desc, changed_at desc);

-- Nobody reads these columns of `offices` any more but the release before.
insert into office_logos (office_id, media_type, bytes, sha256, added_at)
  select id, logo_media_type, logo, sha256(logo), '2000-01-01T00:00:00+08:00' from offices where logo is not null;
insert into letterheads (office_id, address, postcode, seal_text, logo_id, valid_from, changed_at)
  select o.id, o.address, case when o.postcode ~ '^\d{6}$' then o.postcode else '' end, o.seal_text, l.id, '2000-01-01', '2000-01-01T00:00:00+08:00'
  from offices o left join office_logos l on l.office_id = o.id
  where o.address <> '' or o.postcode <> '' or o.seal_text <> '' or o.logo is not null;

-- With the bank and its number of twelve digits a letter asks for money at an account; not every account of ours is one to pay to.
alter table bank_accounts
  add column bank text not null default '',
  add column bank_code text not null default '' constraint bank_accounts_bank_code_check check (bank_code ~ '^(\d{12})?$'),
  add column on_letters boolean not null default true;
