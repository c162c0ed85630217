-- Transfers-out are followed as transfers-in are: from the letter that arrives to the end of the relation here.
-- A letter that goes back with a reason ends one.
alter table transfers drop constraint transfers_closing;
alter table transfers add constraint transfers_closing check (closing in
  ('completed', 'refused', 'withdrawn', 'closedWithoutTransfer', 'letterSentBack'));

-- The ten-day notice of what cannot move, and a paper that came in and waits for somebody.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut', 'untransferableNotice', 'incomingPaper'));

-- What the other office has for a letter of ours, we have for one of theirs, in every region that has promised less; from the letter to the
-- notice there are ten. The rest is as it is for transfers-in.
insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
select rule_version, 'out', procedure_type, region, 'own', working_days, source
from limits where direction = 'in' and procedure_type = 'employee' and name = 'counterpart'
on conflict do nothing;
insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
select rule_version, 'out', procedure_type, region, name,
  case name when 'tellPerson' then 10 else working_days end,
  case name when 'tellPerson' then '人社厅发〔2019〕94号 Art. 3' else source end
from limits where direction = 'in' and procedure_type = 'employee' and name <> 'own'
on conflict do nothing;
