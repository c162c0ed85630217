-- A posting may hold several letters: two cases for one office in one envelope have one number and one day.
alter table letters drop constraint letters_waybill_once;
create index letters_of_posting on letters (office_id, waybill, posted_on);
