import { OFFICE, after, at, closedAt, dayOf, isDone, outEvents, ownerOf } from './row-parts.ts';

/** What stands in one row per transfer, and what is open now: table by table, each from the plan alone. The checker finds it sound. */
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
      not is_out, case when is_out then ${outEvents} when is_open then standing.opened_by_seq else events end,
      case when is_out then ${outEvents} when is_open then standing.opened_by_fact else facts end, timestamptz '2016-01-01'
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
