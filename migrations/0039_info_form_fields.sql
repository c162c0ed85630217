-- What an info form says of itself: its own date of transfer, whether the account is a temporary one, who agreed to missing bases.
alter table info_forms add column transferred_on date;
alter table info_forms add column temporary_account boolean not null default false;
alter table info_forms add column second_person_id uuid references staff;

-- A year that is listed for its interest only has no months; a fixed sum has no base, and a reason; what was credited is not what
-- the person paid.
alter table info_form_years add column year integer;
alter table info_form_years add column base_reason text not null default '';
alter table info_form_years add column account_rate numeric(6, 4);
alter table info_form_years alter column from_month drop not null;
alter table info_form_years alter column to_month drop not null;
alter table info_form_years alter column base_fen drop not null;
