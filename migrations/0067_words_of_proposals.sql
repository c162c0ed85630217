-- What a proposal would do may name a person: that part of it is a sealed text.
alter table approvals add column words_id uuid;
