-- Messages to insured persons as the office words them, each from a day on; without a row the text is the program's own.
create table message_templates (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  kind text not null constraint message_templates_kind_check
    check (kind in ('acceptance', 'completion', 'contactChanged', 'formerNumber')),
  language text not null constraint message_templates_language_check check (language in ('zh-CN', 'en')),
  -- Empty: the program's own text again.
  text text not null,
  valid_from date not null,
  changed_by uuid not null references staff (id),
  changed_at timestamptz not null default office_now()
);
-- Nothing is overwritten: of two for one day the later one holds.
create index message_templates_in_force on message_templates (office_id, kind, language, valid_from desc, changed_at desc);
