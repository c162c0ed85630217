-- A paper of no single transfer (labels, the courier's sheet, the list of a hand-over, a box) speaks of many: opening it is noted with them.
alter table documents add column transfer_ids uuid[] not null default '{}';
