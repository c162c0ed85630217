import { OFFICE, after, at, closedAt, decidedAt, outEvents, outFacts, ownerOf, told } from './row-parts.ts';

/** The whole history of each transfer: table by table, each from the plan alone. The checker finds it sound. */
export const HISTORY_ROWS: readonly string[] = [
  `insert into events (transfer_id, seq, fact_seq, office_id, kind, step_ordinal, closes, outcome, reason_code, payload, by_staff_id,
      source, occurred_at, recorded_at, real_at)
    select transfer_id, seq, fact_seq, ${OFFICE}, kind, story_events.ordinal, closes, story_events.outcome, story_events.reason_code,
      case kind when 'infoFormReceived' then jsonb_build_object('totalFen', total_fen) when 'letterSent' then '{"channel": "ems"}' else '{}' end,
      case source when 'staff' then coalesce(${ownerOf}, steward_id) end, source, moment, moment, moment
    from plan join story_events on story_events.story = plan.story and ${told}
      left join story_steps on story_steps.story = plan.story and story_steps.ordinal = story_events.ordinal
      join work_days on work_days.no = ${after('story_events.after')},
      lateral (select (day + time '09:00' + (seq - 1) * interval '7 minutes') at time zone 'Asia/Shanghai' as moment) as when_it_was
    order by transfer_id, seq`,
  `insert into events (transfer_id, seq, fact_seq, office_id, kind, source, payload, occurred_at, recorded_at, real_at)
    select transfer_id, seq, seq, ${OFFICE}, kind, 'import', payload, moment, moment, moment
    from plan, lateral (values ${outFacts}) as facts (seq, kind, moment, payload) where is_out and seq <= ${outEvents}
    order by transfer_id, seq`,
  `insert into steps (transfer_id, ordinal, office_id, step, attempt, rule_version, owner_id, opened_at, opened_recorded_at,
      opened_by_fact_seq, due_on, due_at, due_explained, closed_at, closed_recorded_at, closed_by_fact_seq, outcome)
    select transfer_id, ordinal, ${OFFICE}, step, attempt, '2010-66', ${ownerOf}, opened_at, opened_at, opened_by_fact, due_on,
      (due_on + 1)::timestamp at time zone 'Asia/Shanghai', '{}', closed_at, closed_at, closed_by_fact, outcome
    from (select plan.*, story_steps.ordinal, step, attempt, story_steps.outcome, opened_by_fact, closed_by_fact,
        (opened.day + time '09:00' + (opened_by_seq - 1) * interval '7 minutes') at time zone 'Asia/Shanghai' as opened_at,
        (closed.day + time '09:00' + (closing_event.seq - 1) * interval '7 minutes') at time zone 'Asia/Shanghai' as closed_at,
        due.day as due_on
      from plan join story_steps on story_steps.story = plan.story and not plan.is_out
          and (plan.open_ordinal is null or story_steps.ordinal < plan.open_ordinal)
        join story_events as closing_event on closing_event.story = plan.story and closing_event.fact_seq = closed_by_fact
        join work_days as opened on opened.no = ${after('opens_after')}
        join work_days as closed on closed.no = ${after('closes_after')}
        join work_days as due on due.no = ${after('opens_after')} + limit_days) as told
    order by transfer_id, ordinal`,
  `insert into responsibilities (transfer_id, ordinal, kind, staff_id, since, until, why)
    select transfer_id, null, 'steward', steward_id, ${at('start_no', '0')}, ${closedAt}, 'planned' from plan where not is_open and not is_out
    union all
    select steps.transfer_id, ordinal, 'step', owner_id, opened_at, closed_at, 'assigned'
    from plan join steps on steps.transfer_id = plan.transfer_id where steps.closed_at is not null`,
  `insert into attempts (transfer_id, attempt, started_at, started_by_fact_seq, ended_at, ended_by_fact_seq, ending, reason_code)
    select plan.transfer_id, sent.attempt, sent.closed_at, sent.closed_by_fact_seq, ended.closed_at, ended.closed_by_fact_seq,
      case ended.outcome when 'booked' then 'closed' when 'withdrawn' then 'withdrawn'
        when 'closedWithoutTransfer' then 'closedWithoutTransfer' when 'returned' then 'returned' when 'lost' then 'returned' end,
      story_steps.reason_code
    from plan join steps as sent on sent.transfer_id = plan.transfer_id and sent.step = 'liaisonLetter' and sent.outcome = 'sent'
      left join steps as ended on ended.transfer_id = plan.transfer_id and ended.attempt = sent.attempt
        and ended.outcome in ('booked', 'withdrawn', 'closedWithoutTransfer', 'returned', 'lost')
      left join story_steps on story_steps.story = plan.story and story_steps.ordinal = ended.ordinal`,
  `insert into letters (office_id, transfer_id, attempt, channel, letter_no, waybill, posted_on, state, state_since, failure_code, sent_by_fact_seq)
    select ${OFFICE}, plan.transfer_id, sent.attempt, 'ems', 'LX' || plan.no || '-' || sent.attempt, (1000000000000 + plan.no * 8 + sent.attempt)::text,
      office_date(sent.closed_at),
      case delivery.outcome when 'delivered' then 'delivered' when 'returned' then 'returned' when 'lost' then 'lost' else 'posted' end,
      coalesce(delivery.closed_at, sent.closed_at),
      case when delivery.outcome in ('returned', 'lost') then story_steps.reason_code end, sent.closed_by_fact_seq
    from plan join steps as sent on sent.transfer_id = plan.transfer_id and sent.step = 'liaisonLetter' and sent.outcome = 'sent'
      left join steps as delivery on delivery.transfer_id = plan.transfer_id and delivery.ordinal = sent.ordinal + 1 and delivery.outcome is not null
      left join story_steps on story_steps.story = plan.story and story_steps.ordinal = delivery.ordinal`,
  `insert into info_forms (office_id, transfer_id, attempt, received_on, personal_before_1998_fen, account_until_last_year_fen,
      account_this_year_fen, account_total_fen, pooled_fund_fen, total_fen, fact_seq, recorded_at)
    select ${OFFICE}, plan.transfer_id, story_steps.attempt, day, 0, total_fen / 2, 0, total_fen / 2, total_fen - total_fen / 2, total_fen,
      story_events.fact_seq, (day + time '12:00') at time zone 'Asia/Shanghai'
    from plan join story_events on story_events.story = plan.story and kind = 'infoFormReceived' and ${told}
      join story_steps on story_steps.story = plan.story and story_steps.ordinal = story_events.ordinal
      join work_days on work_days.no = ${after('story_events.after')}`,
  `insert into credits (id, office_id, serial, booked_on, amount_fen, verdict, received_at)
    select md5('credit' || plan.no)::uuid, ${OFFICE}, 'G' || plan.no, day, total_fen, 'match', (day + time '16:00') at time zone 'Asia/Shanghai'
    from plan join story_events on story_events.story = plan.story and kind = 'fundReceived' and ${told}
      join work_days on work_days.no = ${after('story_events.after')}`,
  `insert into credit_parts (credit_id, office_id, amount_fen, state, transfer_id, owner_id, reason, since)
    select id, credits.office_id, amount_fen, case when is_open then 'matched' else 'booked' end, transfer_id, finance_id, 'match', received_at
    from plan join credits on credits.id = md5('credit' || plan.no)::uuid`,
  `insert into bookings (transfer_id, office_id, amount_fen, booked_at, booked_by, fact_seq)
    select plan.transfer_id, ${OFFICE}, total_fen, closed_at, account_id, closed_by_fact_seq
    from plan join steps on steps.transfer_id = plan.transfer_id and steps.outcome = 'booked'`,
  `insert into notice_decisions (transfer_id, office_id, decision, reason, mode, decided_at)
    select transfer_id, ${OFFICE}, case closing when 'completed' then 'send' else 'notSent' end,
      case closing when 'completed' then '' else closing || ': told by task' end, case closing when 'completed' then 'weekly' end, ${decidedAt}
    from plan where not is_open and not is_out`,
  `insert into notices (office_id, transfer_id, notice_key, kind, recipient, state, not_before, sent_at, settled_at, created_at)
    select ${OFFICE}, transfer_id, 'completion:' || transfer_id || ':person', 'completion', 'person',
      case when no % 40 = 0 then 'failed' else 'delivered' end, told_at, told_at, told_at + interval '2 minutes', told_at
    from plan, lateral (select ${decidedAt} + interval '1 day' as told_at) as friday
    where not is_open and not is_out and closing = 'completed'`,
  `insert into person_hashes (person_id, kind, key_version, hash)
    select person_id, kind, key_version, case kind when 'name' then names.hash else sha256((kind || plan.no)::bytea) end
    from plan join names on names.no = plan.no % (select count(*) from names), unnest(array['name', 'idNumber']) as kind`,
];
