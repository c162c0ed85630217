-- What an account has typed and not sent, kept sealed until it is sent, dropped or a week old.
create table drafts (
  staff_id uuid not null references staff (id),
  -- Which form, about what: words of the console and ids, never what was typed.
  name text not null,
  -- Changes with every saving: whoever writes says which one he has seen.
  revision uuid not null default gen_random_uuid(),
  -- A real instant.
  saved_at timestamptz not null default clock_timestamp(),
  text_sealed bytea not null,
  primary key (staff_id, name)
);
