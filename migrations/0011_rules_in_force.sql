-- The rules in force since 国办发〔2009〕66号; a newer joint notice would be a second version with its own date.
insert into rule_versions (version, valid_from, note) values
  ('2010-66', '2010-01-01', '国办发〔2009〕66号: 15 + 15 + 15 working days');
insert into limits (rule_version, procedure_type, name, working_days, source) values
  ('2010-66', 'employee', 'accept', 15, '国办发〔2009〕66号 Art. 8'),
  ('2010-66', 'employee', 'counterpart', 15, '国办发〔2009〕66号 Art. 8'),
  ('2010-66', 'employee', 'own', 15, '国办发〔2009〕66号 Art. 8'),
  ('2010-66', 'employee', 'courier', 10, 'office promise'),
  ('2010-66', 'employee', 'match', 5, 'office promise'),
  ('2010-66', 'employee', 'resend', 5, 'office promise'),
  ('2010-66', 'employee', 'tellPerson', 5, 'office promise'),
  ('2010-66', 'employee', 'task', 5, 'office promise'),
  ('2010-66', 'employee', 'reminder', 3, 'office promise'),
  ('2010-66', 'employee', 'escalation', 5, 'office promise');
insert into rules (rule_version, name, value, source) values
  ('2010-66', 'postalFailureIsAttempt', 'true', 'assumption: what 次 means is not defined'),
  ('2010-66', 'silentAfterWorkingDays', '3', 'office promise'),
  ('2010-66', 'matureAfterWorkingDays', '45', '国办发〔2009〕66号 Art. 8'),
  ('2010-66', 'temporaryAccountAge', '{"male": 50, "female": 40}', '国办发〔2009〕66号 Art. 5');
