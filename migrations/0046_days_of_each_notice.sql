-- What each notice named, apart from what holds: two notices may name one day, and a correction of one takes nothing from the other.
create table calendar_notice_days (
  notice_year integer not null references calendar_years,
  day date not null,
  kind text not null,
  constraint calendar_notice_days_pkey primary key (notice_year, day),
  constraint calendar_notice_days_kind_check check (kind in ('rest', 'work'))
);
insert into calendar_notice_days (notice_year, day, kind)
  select notice_year, day, kind from calendar_days where notice_year is not null;
