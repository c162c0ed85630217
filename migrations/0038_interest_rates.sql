-- Yearly interest on personal accounts (记账利率), in basis points. National since 2016, region ''; before, each province set its own:
-- region is then the first two digits of its area codes. A year without a row is a year that nobody checks. Which province the rates
-- of one table in circulation (2000 to 2015) belong to is not known, so none of them stands here: an office adds what it has in writing.
create table interest_rates (
  region text not null default '' check (region ~ '^([0-9]{2})?$'),
  year integer not null check (year between 1950 and 2099),
  basis_points integer not null check (basis_points between 0 and 3000),
  source text not null,
  primary key (region, year),
  constraint interest_rates_national_since_2016 check ((region = '') = (year >= 2016))
);
create trigger rules_changed after insert or update or delete or truncate on interest_rates
  for each statement execute function rules_changed();

insert into interest_rates (year, basis_points, source)
select year, basis_points, '人力资源社会保障部、财政部 每年公布' from (values
  (2016, 831), (2017, 712), (2018, 829), (2019, 761), (2020, 604), (2021, 669), (2022, 612), (2023, 397), (2024, 262),
  (2025, 150)) as published (year, basis_points);
