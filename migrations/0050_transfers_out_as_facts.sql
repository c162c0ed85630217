-- What an old ledger told of transfers-out, as facts: figures are counted from them, as they were known at an instant.
-- A fact was learnt with the file that first had its column; re-issues, which the ledger only counts, with the last one that changed the count.
create function pg_temp.told_at(transfer uuid, col text, first timestamptz, which text) returns timestamptz language sql as $$
  select coalesce(case which when 'first' then min(recorded_at) else max(recorded_at) end, first) from events
  where transfer_id = transfer and kind = 'imported' and payload -> 'columns' ? col
$$;

with noon as (
  select transfer_id, (day + time '12:00') at time zone 'Asia/Shanghai' as at, kind, told, payload, rank
  from transfers_out, lateral (values
    (letter_received_on, 'letterReceived', recorded_at, '{}'::jsonb, 1),
    (form_issued_on, 'infoFormSent', pg_temp.told_at(transfer_id, '信息表发出日期', recorded_at, 'first'), '{"person": "notNamed"}', 2),
    (remitted_on, 'fundSent', pg_temp.told_at(transfer_id, '基金划转日期', recorded_at, 'first'),
      jsonb_strip_nulls(jsonb_build_object('person', 'notNamed', 'amountFen', amount_fen)), 4),
    (done_on, 'relationEnded', pg_temp.told_at(transfer_id, '办理完结日期', recorded_at, 'first'), '{"person": "notNamed"}', 5)
  ) as fact (day, kind, told, payload, rank)
  where day is not null
  union all
  select transfer_id, (coalesce(form_issued_on, office_date(told)) + time '12:00') at time zone 'Asia/Shanghai', 'infoFormReissued', told,
    '{"person": "notNamed", "assumed": true}', 3
  from transfers_out, lateral (select pg_temp.told_at(transfer_id, '更正次数', recorded_at, 'last') as told) as known,
    generate_series(1, reissues)
),
numbered as (
  select noon.*, transfers.office_id, last_seq, last_fact_seq,
    row_number() over (partition by transfer_id order by at, rank) as no
  from noon join transfers on transfers.id = transfer_id
),
told as (
  insert into events (transfer_id, seq, fact_seq, office_id, kind, source, payload, occurred_at, recorded_at)
  select transfer_id, last_seq + no, last_fact_seq + no, office_id, kind, 'import', payload,
    -- On the day of the file itself, never later than the file.
    case when office_date(at) = office_date(told) then least(at, told) else at end, told
  from numbered
  order by transfer_id, no
  returning transfer_id
)
update transfers set last_seq = last_seq + facts, last_fact_seq = last_fact_seq + facts
from (select transfer_id, count(*)::integer as facts from told group by transfer_id) as counted
where transfers.id = counted.transfer_id;
