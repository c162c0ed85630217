-- Files are worked off in the order of real time; people are told the office's.
alter table imports add column handed_in_at timestamptz, add column worked_off_at timestamptz;
