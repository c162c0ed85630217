-- Whether a mobile belongs to an ID number, as the national registry says: asked before anything personal is told to a caller.
create table identity_checks (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  person_id uuid not null references persons (id),
  by_staff_id uuid not null references staff (id),
  -- Which mobile was asked about; of sealed_texts, without a foreign key, so that a text can be destroyed.
  mobile_id uuid,
  -- Whether it is the number that the office has of the person.
  is_known_mobile boolean not null,
  result text not null constraint identity_checks_result check (result in ('match', 'noMatch', 'unknown')),
  -- Why nobody knows, in a word of ours.
  reason text not null default '',
  asked_at timestamptz not null default office_now(),
  constraint identity_checks_reason check ((result = 'unknown') = (reason <> ''))
);
create index identity_checks_of_person on identity_checks (person_id);

-- An answer of the registry stays as it came; two rows of a person that become one take it along.
create function identity_checks_as_answered() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then
    return new;
  end if;
  raise exception 'identity checks are append-only';
end $$;
create trigger identity_checks_as_answered before update or delete on identity_checks
  for each row execute function identity_checks_as_answered();
