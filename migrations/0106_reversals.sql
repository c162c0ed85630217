-- Reversal of a transfer (错转退回): the relation and the money went to the wrong place, or were the wrong person's, and go back. Once for each
-- transfer that has ended; of a transfer-in its booked money becomes returned, of a transfer-out the money that came back is booked here.
create table reversals (
  transfer_id uuid primary key references transfers,
  office_id text not null references offices,
  amount_fen bigint not null constraint reversals_amount check (amount_fen >= 0),
  reversed_at timestamptz not null,
  recorded_at timestamptz not null default office_now(),
  -- Looked at when the transaction ends: who proposes it rehearses it, and takes it back, before the proposal is a row.
  approval_id uuid not null references approvals deferrable initially deferred,
  by_staff_id uuid not null references staff,
  confirmed_by uuid not null references staff
);
create trigger reversals_no_change before update or delete on reversals
  for each row execute function events_append_only();

-- Two people, and every fen where it belongs: nothing stays booked of a transfer-in, and of a transfer-out exactly what came back.
create function reversal_is_whole() returns trigger language plpgsql as $$
declare
  booked bigint;
  goes_in boolean;
begin
  if not exists (select from approvals where id = new.approval_id and kind = 'reverseTransfer'
      and subject = new.transfer_id::text and state = 'confirmed'
      and proposed_by = new.by_staff_id and decided_by = new.confirmed_by and decided_by <> proposed_by) then
    raise exception 'transfer % is reversed by no second person', new.transfer_id using errcode = 'check_violation';
  end if;
  select direction = 'in' into goes_in from transfers where id = new.transfer_id and closing = 'completed';
  select coalesce(sum(amount_fen), 0) into booked from credit_parts where transfer_id = new.transfer_id and state = 'booked';
  if goes_in is null or booked <> (case when goes_in then 0 else new.amount_fen end) then
    raise exception 'the money of reversal % is not where it belongs', new.transfer_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger reversal_is_whole after insert on reversals
  deferrable initially deferred for each row execute function reversal_is_whole();

-- The other office is written to, the relation is put back, and the money is sent: somebody's work with a limit.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut', 'untransferableNotice', 'incomingPaper', 'bouncedRemittance', 'reversedTransfer'));
