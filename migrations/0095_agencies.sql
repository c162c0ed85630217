-- The directory holds agencies of four kinds, each from a day until a day, and says who goes on for one that is no more.
-- `area_code` is the code by which an agency is called up: that of the area for a pension agency, one of the directory for any other.
alter table counterparts
  add column kind text not null default 'pension'
    constraint counterparts_kind_check check (kind in ('pension', 'annuity', 'military', 'central')),
  -- For which area it answers, where its own code is none; null: for none (military finance, central organs).
  add column area text constraint counterparts_area_check check (area ~ '^\d{6}$'),
  -- The code of the agency that goes on for it after its last day.
  add column successor_code text,
  add column account_sealed bytea,
  add column account_holder text not null default '',
  add column account_bank text not null default '';

-- Wider than before: what the release before writes stays allowed.
alter table counterparts drop constraint counterparts_area_code_check;
alter table counterparts add constraint counterparts_area_code_check check (
  case kind when 'pension' then area_code ~ '^\d{6}$' else area_code ~ '^[A-Z][A-Z0-9-]{2,19}$' end) not valid;
alter table counterparts add constraint counterparts_succeeded_at_the_end check (
  successor_code is null or valid_until is not null and successor_code <> area_code) not valid;

create index counterparts_of_area on counterparts (kind, area) where area is not null;
