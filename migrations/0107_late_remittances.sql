-- A remittance past its day is somebody's work, as money that came back is.
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut', 'untransferableNotice', 'incomingPaper', 'bouncedRemittance',
    'reversedTransfer', 'lateRemittance'));
