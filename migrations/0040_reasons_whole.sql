-- Of each reason: what a person may decide instead of its effect, the norm it rests on, and the facts that may carry it (the one
-- list of them; a row without any is of no use to any fact).
alter table reason_codes add column other_effect text check (other_effect in ('R', 'H', 'P', 'X'));
alter table reason_codes add column ground text not null default '';
alter table reason_codes add column places text[] not null default '{}';

update reason_codes set other_effect = said.other_effect, ground = said.ground, places = said.places::text[]
from (values
  ('A01', null, '国办发〔2009〕66号', '{reviewed, closedWithoutTransfer}'),
  ('A02', null, '国办发〔2009〕66号第二条', '{reviewed, closedWithoutTransfer}'),
  ('A03', null, '国办发〔2009〕66号第五条', '{reviewed, closedWithoutTransfer}'),
  ('A04', null, '', '{held}'),
  ('A05', null, '', '{held}'),
  ('A06', null, '', '{reviewed, closedWithoutTransfer}'),
  ('A07', null, '国办发〔2009〕66号第六条', '{reviewed, closedWithoutTransfer}'),
  ('D01', null, '', '{sentBackToCounterpart, closedWithoutTransfer}'),
  ('D02', null, '人社部发〔2010〕70号十、人社部发〔2009〕187号三', '{}'),
  ('D03', null, '人社部规〔2016〕5号第二条', '{held}'),
  ('D04', 'R', '', '{sentBackToCounterpart, held, closedWithoutTransfer}'),
  ('D05', 'R', '', '{sentBackToCounterpart, held, closedWithoutTransfer}'),
  ('D06', null, '', '{sentBackToCounterpart, closedWithoutTransfer}'),
  ('D07', null, '', '{held}'),
  ('D08', null, '', '{}'),
  ('F01', null, '', '{held}'),
  ('F02', null, '', '{held}'),
  ('F03', 'R', '', '{sentBackToCounterpart, held, closedWithoutTransfer}'),
  ('F04', null, '', '{held}'),
  ('F05', null, '', '{sentBackToCounterpart, closedWithoutTransfer}'),
  ('F06', null, '', '{held}'),
  ('F07', null, '', '{closedWithoutTransfer}'),
  ('H01', null, '', '{held}'),
  ('H02', null, '', '{held}'),
  ('L01', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L02', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L03', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L04', 'P', '', '{held, closedWithoutTransfer}'),
  ('L05', 'X', '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L06', null, '', '{closedWithoutTransfer}'),
  ('L07', null, '', '{held}'),
  ('L08', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L09', null, '人社厅发〔2019〕94号', '{held, closedWithoutTransfer}'),
  ('L10', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L11', null, '', '{returnedByCounterpart, closedWithoutTransfer}'),
  ('L12', null, '', '{}'),
  ('M01', null, '', '{letterReturned, closedWithoutTransfer}'),
  ('M02', null, '', '{letterReturned, closedWithoutTransfer}'),
  ('M03', null, '', '{closedWithoutTransfer}'),
  ('M04', null, '', '{letterReturned, closedWithoutTransfer}'),
  ('S01', null, '', '{secondReviewed}'),
  ('S02', null, '', '{secondReviewed}'),
  ('S03', null, '', '{secondReviewed}'),
  ('S04', null, '', '{secondReviewed}'),
  ('S05', null, '', '{secondReviewed}'),
  ('W01', null, '', '{withdrawn, closedWithoutTransfer}'),
  ('W02', null, '国办发〔2009〕66号第三条', '{withdrawn, closedWithoutTransfer}')) as said (code, other_effect, ground, places)
where reason_codes.code = said.code;

-- An account with another share, and a base that is missing, may also be sent back: that ends the attempt, as it does for F03.
update reason_codes set consumes_attempt = true where code in ('D04', 'D05');
