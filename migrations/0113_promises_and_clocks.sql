-- Clocks are rows with an alarm: one workflow per office and kind attends them, and a lost one is begun again from here.
create table clocks (
  kind text not null constraint clocks_kind_check check (kind in ('promise')),
  subject_id uuid not null,
  office_id text not null references offices (id),
  alarm_at timestamptz not null,
  primary key (kind, subject_id)
);
create index clocks_due on clocks (office_id, kind, alarm_at);

alter table outbox drop constraint outbox_topic_check;
alter table outbox add constraint outbox_topic_check check (topic in ('fact', 'notices', 'clocks'));

-- What somebody was promised until an instant; whose work it is says its task.
create table promises (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  contact_id uuid not null references contacts (id),
  person_id uuid references persons (id),
  transfer_id uuid references transfers (id),
  -- How they will hear.
  channel text not null constraint promises_channel_check check (channel in ('window', 'phone', 'sms', 'letter')),
  -- Of sealed_texts, without a foreign key: the number where it is not that of the person, and what was promised.
  phone_id uuid,
  text_id uuid,
  due_at timestamptz not null,
  task_id uuid not null references tasks (id),
  -- By the contact in which it was done; after due_at it is broken all the same, and recorded after due_at it is of the instant when it was recorded.
  kept_at timestamptz,
  kept_contact_id uuid references contacts (id),
  -- When the manager heard that it was broken.
  escalated_at timestamptz,
  constraint promises_of_contact unique (contact_id),
  constraint promises_kept check ((kept_at is null) = (kept_contact_id is null))
);
create index promises_of_person on promises (person_id) where person_id is not null;
create index promises_by_due on promises (office_id, due_at desc, id desc);

-- What was promised does not change; it is kept once, and escalated once.
create function promises_as_made() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - array['person_id', 'kept_at', 'kept_contact_id', 'escalated_at']
      <> to_jsonb(old) - array['person_id', 'kept_at', 'kept_contact_id', 'escalated_at'] then
    raise exception 'promise % stays as it was made', old.id using errcode = 'check_violation';
  end if;
  if old.kept_at is not null and (new.kept_at, new.kept_contact_id) is distinct from (old.kept_at, old.kept_contact_id)
      or old.escalated_at is not null and new.escalated_at is distinct from old.escalated_at then
    raise exception 'promise % is kept once and escalated once', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger promises_as_made before update or delete on promises for each row execute function promises_as_made();

-- At commit a contact that ended with a promise has one, and no other has.
create function contact_has_its_promise() returns trigger language plpgsql as $$
begin
  if not exists (select from promises where contact_id = new.id) then
    raise exception 'contact % ended with a promise that nobody wrote down', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger contact_has_its_promise after insert on contacts
  deferrable initially deferred for each row when (new.outcome = 'promised') execute function contact_has_its_promise();
