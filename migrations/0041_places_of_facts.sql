-- A hold is looked at again while somebody still remembers why: a day in 2099 was taken.
insert into rules (rule_version, name, value, source)
select version, 'holdReviewWithinWorkingDays', '120', 'office promise' from rule_versions
on conflict do nothing;
