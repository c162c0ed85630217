-- Money out, one remittance at a time: its amount, its state, the place where it lies, and who has the ball.
create table remittances (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  -- Ours, on the payment and in the memo of the bank: the entry of a statement is known by it.
  reference text not null,
  -- Of whom the money is: a transfer, or a part of a credit that goes back; both where it is known.
  transfer_id uuid references transfers (id),
  credit_part_id uuid references credit_parts (id),
  -- The one whose money this one pays: it bounced, or was withdrawn when the funds were there.
  replaces_id uuid references remittances (id),
  -- An agency of the directory; null where the payee is none.
  counterpart_area_code text,
  payee_sealed bytea not null,
  payee_account_sealed bytea not null,
  payee_bank_sealed bytea,
  -- Which account of ours pays; empty where the office has not said.
  our_account text not null default '',
  amount_fen bigint not null constraint remittances_amount check (amount_fen > 0),
  account_fen bigint not null default 0,
  pooled_fen bigint not null default 0,
  other_fen bigint not null default 0,
  -- The month of whose plan (用款计划) the funds are, and that in which they came.
  funds_month text not null constraint remittances_month check (funds_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  funded_month text constraint remittances_funded_month check (funded_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  source text not null constraint remittances_source check (source in ('fiscalAccount', 'incomeAccount')),
  state text not null constraint remittances_state check (state in
    ('planned', 'appliedFor', 'funded', 'released', 'sent', 'confirmed', 'bounced', 'withdrawn')),
  place text not null constraint remittances_place check (place in
    ('incomeAccount', 'fiscalAccount', 'expenditureAccount', 'inTransit', 'counterpart')),
  owner_id uuid not null references staff (id),
  lent_by uuid references staff (id),
  -- Since when it is in its state, as it occurred.
  since timestamptz not null,
  -- Until when whoever has the ball should have moved it; null: nobody has it.
  due_on date,
  planned_by uuid not null references staff (id),
  planned_at timestamptz not null default office_now(),
  -- Looked at when the transaction ends: who proposes a release rehearses it, and takes it back, before the proposal is a row.
  release_approval_id uuid references approvals (id) deferrable initially deferred,
  debit_entry_id uuid references bank_entries (id),
  bounce_entry_id uuid references bank_entries (id),
  idempotency_key text,
  body_hash bytea,
  constraint remittances_reference unique (office_id, reference),
  constraint remittances_replaced_once unique (replaces_id),
  constraint remittances_once unique (office_id, idempotency_key),
  constraint remittances_debited_once unique (debit_entry_id),
  constraint remittances_bounced_once unique (bounce_entry_id),
  -- The parts sum to the whole, always.
  constraint remittances_parts check (account_fen >= 0 and pooled_fen >= 0 and other_fen >= 0
    and account_fen + pooled_fen + other_fen = amount_fen),
  constraint remittances_released check (state not in ('released', 'sent', 'confirmed', 'bounced') or release_approval_id is not null),
  constraint remittances_confirmed check (state <> 'confirmed' or debit_entry_id is not null),
  constraint remittances_bounced check ((state = 'bounced') = (bounce_entry_id is not null)),
  constraint remittances_funded check (state not in ('funded', 'released', 'sent', 'confirmed', 'bounced') or funded_month is not null),
  -- 收入户: out of it goes nothing but what is sent back before the sweep.
  constraint remittances_returned_early check (source = 'fiscalAccount' or credit_part_id is not null)
);
create index remittances_of_transfer on remittances (transfer_id) where transfer_id is not null;
-- What goes back goes back once; what is paid anew pays the same part again.
create unique index remittances_of_part on remittances (credit_part_id)
  where credit_part_id is not null and replaces_id is null and state <> 'withdrawn';
create index remittances_open on remittances (office_id, since, id) where state not in ('confirmed', 'withdrawn');
create index remittances_newest on remittances (office_id, since desc, id);

-- Each state that it was in, in order: with the events, what the checker compares.
create table remittance_moves (
  remittance_id uuid not null references remittances (id),
  seq integer not null,
  office_id text not null references offices (id),
  state text not null,
  place text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default office_now(),
  -- Null: the bank.
  by_staff_id uuid references staff (id),
  confirmed_by uuid references staff (id),
  entry_id uuid references bank_entries (id),
  -- Of sealed_texts, without a foreign key, so that a text can be destroyed.
  note_id uuid,
  idempotency_key text,
  body_hash bytea,
  primary key (remittance_id, seq),
  constraint remittance_moves_once unique (office_id, idempotency_key)
);

-- What a remittance is never changes; its state moves along the edges that there are, and each state has its place.
create function remittance_moves_as_allowed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'remittance % stays', old.id using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.replaces_id is not null and not exists (select from remittances before where before.id = new.replaces_id
        and (before.state = 'bounced' or before.state = 'withdrawn' and before.place in ('expenditureAccount', 'incomeAccount'))
        and before.amount_fen = new.amount_fen and before.source = new.source and before.office_id = new.office_id) then
      raise exception 'remittance % pays no money that lies there to be paid', new.id using errcode = 'check_violation';
    end if;
    if new.state <> (case when new.replaces_id is not null or new.source = 'incomeAccount' then 'funded' else 'planned' end) then
      raise exception 'remittance % does not begin as %', new.id, new.state using errcode = 'check_violation';
    end if;
  else
    if (new.office_id, new.reference, new.amount_fen, new.account_fen, new.pooled_fen, new.other_fen, new.source, new.funds_month,
          new.planned_by, new.payee_account_sealed)
        is distinct from (old.office_id, old.reference, old.amount_fen, old.account_fen, old.pooled_fen, old.other_fen, old.source,
          old.funds_month, old.planned_by, old.payee_account_sealed)
      or (new.transfer_id, new.credit_part_id, new.replaces_id) is distinct from (old.transfer_id, old.credit_part_id, old.replaces_id) then
      raise exception 'what remittance % is does not change', old.id using errcode = 'check_violation';
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
      ('planned', 'appliedFor'), ('planned', 'withdrawn'), ('appliedFor', 'funded'), ('appliedFor', 'withdrawn'),
      ('funded', 'released'), ('funded', 'withdrawn'), ('released', 'sent'), ('released', 'withdrawn'),
      ('sent', 'confirmed'), ('sent', 'bounced'), ('confirmed', 'bounced')) then
      raise exception 'remittance % goes not from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
  end if;
  if new.state <> 'withdrawn' and new.place <> (case
      when new.state in ('planned', 'appliedFor') then new.source
      when new.state = 'sent' then 'inTransit'
      when new.state = 'confirmed' then 'counterpart'
      when new.source = 'incomeAccount' then 'incomeAccount'
      else 'expenditureAccount' end)
    or new.state = 'withdrawn' and new.place <> old.place then
    raise exception 'remittance % lies not in % while it is %', new.id, new.place, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger remittance_moves_as_allowed before insert or update or delete on remittances
  for each row execute function remittance_moves_as_allowed();

-- Two people: at commit the release has been confirmed by somebody who did not plan it.
create function remittance_released_by_second() returns trigger language plpgsql as $$
begin
  if not exists (select from approvals where id = new.release_approval_id and kind = 'releaseRemittance'
      and subject = new.id::text and state = 'confirmed' and decided_by <> new.planned_by) then
    raise exception 'remittance % is released by no second person', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger remittance_released_by_second after insert or update on remittances
  deferrable initially deferred for each row when (new.release_approval_id is not null)
  execute function remittance_released_by_second();

-- At commit the last move is the state, so that nobody moves one without saying so.
create function remittance_move_is_told() returns trigger language plpgsql as $$
begin
  if (select (state, place) from remittance_moves where remittance_id = new.id order by seq desc limit 1)
      is distinct from (select (state, place) from remittances where id = new.id) then
    raise exception 'no move says where remittance % is', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger remittance_move_is_told after insert or update on remittances
  deferrable initially deferred for each row execute function remittance_move_is_told();
create trigger remittance_moves_no_change before update or delete on remittance_moves
  for each row execute function events_append_only();

-- Money that came back is somebody's work.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut', 'untransferableNotice', 'incomingPaper', 'bouncedRemittance'));

-- How long who has the ball may have it: dated, like every limit.
insert into rules (rule_version, name, value, source)
select version, name, value::jsonb, 'office promise' from rule_versions cross join (values
  ('remittanceWorkingDays', '3'),
  ('financeBureauWorkingDays', '5'),
  ('bankConfirmsWorkingDays', '2')
) as kept (name, value)
on conflict do nothing;
