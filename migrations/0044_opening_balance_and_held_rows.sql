-- Money that an old ledger says it had received is its opening balance, with the file as source: no bank has told us of it.
alter table credits add column origin text not null default 'bank' check (origin in ('bank', 'openingBalance'));
update credits set origin = 'openingBalance' where explanation ->> 'key' = 'oldLedger';

-- Rows that would end or pay an open transfer wait until a second person has confirmed the file.
alter table imports add column held_rows integer not null default 0;
alter table imports add column held_fen bigint not null default 0;
alter table imports add column confirmed_by uuid references staff;
