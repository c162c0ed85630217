-- Finance reads debits by day, each with its tasks; a credit that comes asks for the task of an earlier debit too.
create index bank_entries_debits on bank_entries (office_id, booked_on desc, id desc) where direction = 'debit';
create index tasks_of_entry on tasks ((about ->> 'entryId')) where kind = 'moneyOut';
