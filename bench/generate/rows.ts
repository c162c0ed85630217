/** The rows of one chunk, table by table, each from the plan alone. Whatever is inserted here the checker finds sound. */

const OFFICE = `(select id from offices limit 1)`;
/** In office hours, in the order of the events of a day. */
const at = (dayNo: string, minutes: string): string =>
  `((select day from work_days where work_days.no = ${dayNo}) + time '09:00' + (${minutes}) * interval '7 minutes') at time zone 'Asia/Shanghai'`;
const dayOf = (dayNo: string): string => `(select day from work_days where work_days.no = ${dayNo})`;
const after = (days: string): string => `plan.start_no + floor(${days} * plan.pace)::integer`;
const ownerOf = `case step when 'review' then reviewer_id when 'liaisonLetter' then sender_id when 'delivery' then sender_id
  when 'formAndFunds' then steward_id when 'entry' then entry_id when 'secondReview' then reviewer_id else finance_id end`;
/** The story as far as it has come. */
const told = `not plan.is_out and (plan.open_ordinal is null or seq <= (select opened_by_seq from story_steps as standing
  where standing.story = plan.story and standing.ordinal = plan.open_ordinal))`;

// The decision about the notice is the last event, the end the one before it.
const closedAt = at(after('plan.days'), 'plan.events - 2');
const decidedAt = at(after('plan.days'), 'plan.events - 1');
const isDone = 'not plan.is_open';

/** What stands in one row per transfer, and what is open now. */
export const CURRENT_ROWS: readonly string[] = [
  `insert into persons (id, office_id, name_sealed, sex, birth_month, created_at)
    select person_id, ${OFFICE}, sealed, case plan.no % 2 when 0 then 'female' else 'male' end,
      (1960 + plan.no % 45) || '-' || lpad((1 + plan.no % 12)::text, 2, '0'), timestamptz '2016-01-01'
    from plan join names on names.no = plan.no % (select count(*) from names) order by plan.no`,
  `insert into cases (id, office_id, case_no, direction, procedure_type, rule_version, person_id, counterpart_id, accepted_on, imported)
    select case_id, ${OFFICE}, case when is_out then 'OUT' else 'IN' end || to_char(day, 'YYYYMM') || lpad(plan.no::text, 8, '0'),
      case when is_out then 'out' else 'in' end, 'employee', '2010-66', person_id, counterpart_id, day, is_out
    from plan join work_days on work_days.no = start_no order by plan.no`,
  `insert into transfers (id, office_id, case_id, direction, procedure_type, rule_version, counterpart_id, status_code, steward_id,
      letter_sender_id, accepted_at, closed_at, closing, closing_reason, followed, last_seq, last_fact_seq, created_at)
    select transfer_id, ${OFFICE}, case_id, case when is_out then 'out' else 'in' end, 'employee', '2010-66', counterpart_id,
      upper(substr(md5(no::text), 1, 6) || lpad(to_hex(no), 7, '0')), steward_id, case when is_out then null else sender_id end,
      ${at('start_no', '0')},
      case when is_out then ${at(after('9'), '1')} when ${isDone} then ${closedAt} end,
      case when is_out then 'completed' when ${isDone} then closing end,
      case when ${isDone} and not is_out then (select reason_code from story_steps where story_steps.story = plan.story
        and closes_after = plan.days and plan.closing <> 'completed') end,
      not is_out, case when is_out then 1 when is_open then standing.opened_by_seq else events end,
      case when is_out then 1 when is_open then standing.opened_by_fact else facts end, timestamptz '2016-01-01'
    from plan left join story_steps as standing on standing.story = plan.story and standing.ordinal = open_ordinal
    order by plan.no`,
  `insert into transfers_out (transfer_id, letter_received_on, due_on, second_due_on, form_issued_on, remitted_on, reissues,
      amount_fen, done_on, recorded_at)
    select transfer_id, ${dayOf('start_no')}, ${dayOf('start_no + 15')}, ${dayOf('start_no + 30')}, ${dayOf(after('7'))},
      ${dayOf(after('9'))}, (no % 20 = 0)::integer, total_fen, ${dayOf(after('9'))}, ${at(after('9'), '1')}
    from plan where is_out`,
  `insert into steps (transfer_id, ordinal, office_id, step, attempt, rule_version, owner_id, opened_at, opened_recorded_at,
      opened_by_fact_seq, due_on, due_at, provisional, due_explained, reminder_at, reminded_at, overdue_at, next_escalation_at, escalations)
    select transfer_id, ordinal, ${OFFICE}, step, attempt, '2010-66', ${ownerOf}, opened_at, opened_at, opened_by_fact, due_on, due_at,
      due_on > date '2026-12-31',
      jsonb_build_object('limit', limit_name, 'workingDays', limit_days, 'startedOn', ${dayOf('today_no - stood')}, 'skipped', '[]'::jsonb,
        'heldWorkingDays', 0, 'ruleVersion', '2010-66'),
      case when due_at > office_now() then reminder_at end, case when reminder_at <= office_now() then reminder_at end,
      case when due_at <= office_now() then due_at end,
      case when due_at <= office_now() then (${dayOf('today_no + 1 + plan_no % 5')} + 1)::timestamp at time zone 'Asia/Shanghai' else due_at end,
      (due_at <= office_now())::integer
    from (select plan.*, plan.no as plan_no, story_steps.ordinal, step, attempt, limit_name, limit_days, opened_by_fact,
        ${at('plan.today_no - plan.stood', 'opened_by_seq')} as opened_at,
        ${dayOf('plan.today_no - plan.stood + limit_days')} as due_on,
        (${dayOf('plan.today_no - plan.stood + limit_days')} + 1)::timestamp at time zone 'Asia/Shanghai' as due_at,
        (${dayOf('plan.today_no - plan.stood + limit_days - 3')} + time '09:00') at time zone 'Asia/Shanghai' as reminder_at
      from plan join story_steps on story_steps.story = plan.story and ordinal = open_ordinal) as open`,
  `insert into responsibilities (transfer_id, ordinal, kind, staff_id, since, until, why)
    select transfer_id, null, 'steward', steward_id, ${at('start_no', '0')}, null::timestamptz, 'planned' from plan where is_open
    union all
    select transfer_id, ordinal, 'step', ${ownerOf}, ${at('today_no - stood', 'opened_by_seq')}, null, 'assigned'
    from plan join story_steps on story_steps.story = plan.story and ordinal = open_ordinal`,
];

/** The whole history of each transfer. */
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
  `insert into events (transfer_id, seq, fact_seq, office_id, kind, source, occurred_at, recorded_at, real_at)
    select transfer_id, 1, 1, ${OFFICE}, 'accepted', 'import', moment, moment, moment
    from plan, lateral (select ${at('start_no', '0')} as moment) as when_it_was where is_out`,
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
    select plan.transfer_id, ${OFFICE}, total_fen, closed_at, finance_id, closed_by_fact_seq
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
