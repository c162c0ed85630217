-- At the counter people say the last digits of a case number.
create index cases_by_last_digits on cases (office_id, reverse(case_no) text_pattern_ops);
