-- Settings with dates (silentAfterWorkingDays and others) are kept by each process as limits and days are: a change of them is a new revision too.
create trigger rules_changed after insert or update or delete or truncate on rules
  for each statement execute function rules_changed();
