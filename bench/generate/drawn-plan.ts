/** Draws what each transfer will be: its story, its days, its people. One temporary table per connection, refilled for each chunk. */
import type pg from 'pg';
import { STORIES } from './stories.ts';
import { tell } from './tell-story.ts';

/** Stable: the same number and salt draw the same fraction in every run and on every machine. Not numeric, whose powers take most of the time. */
const draw = (salt: number): string => `((hashint8extended(no, ${salt}) & 2147483647) / 2147483648::double precision)`;

/** Few have most: the counterparts next door, the colleagues who are always there. */
const skewed = (list: string, salt: number): string =>
  `${list}[1 + floor(array_length(${list}, 1) * power(${draw(salt)}, 1.8))::integer]`;

/** Ids follow from the number, so that no table has to be joined to fill the next one. */
export const idOf = (what: string): string => `md5('${what}' || no)::uuid`;

/** Tables that every chunk reads: the stories, the working days by number, what can be open. */
export async function prepareStories(client: pg.Client): Promise<void> {
  const told = STORIES.map((story, number) => tell(story, number));
  await client.query(`
    create temp table work_days (no integer primary key, day date not null);
    insert into work_days
      select row_number() over (order by day) - 1, day
      from generate_series(date '2012-01-01', date '2028-12-31', interval '1 day') as series(day)
      left join calendar_days using (day)
      where coalesce(kind = 'work', extract(isodow from day) < 6);
    create temp table stories (story integer primary key, closing text, share integer, facts integer, events integer, days integer);
    create temp table story_steps (story integer, ordinal integer, step text, attempt integer, outcome text, limit_days integer,
      limit_name text, opens_after integer, closes_after integer, opened_by_fact integer, closed_by_fact integer,
      opened_by_seq integer, reason_code text, primary key (story, ordinal));
    create temp table story_events (story integer, seq integer, fact_seq integer, kind text, ordinal integer, closes boolean,
      outcome text, reason_code text, after integer, source text, primary key (story, seq))`);
  const rows = (list: readonly object[]): string[] => [JSON.stringify(list)];
  await client.query(
    `insert into stories select story, closing, share, facts, events, days from json_to_recordset($1) as s
      (story integer, closing text, share integer, facts integer, events integer, days integer)`,
    rows(
      told.map(({ steps, events }, story) => ({
        story,
        closing: STORIES[story]!.closing,
        share: STORIES[story]!.share,
        facts: steps.at(-1)!.closedByFact,
        events: events.length,
        days: steps.at(-1)!.closesAfter,
      })),
    ),
  );
  await client.query(
    `insert into story_steps select story, ordinal, step, attempt, outcome, working_days, "limit", "opensAfter", "closesAfter",
      "openedByFact", "closedByFact", "openedBySeq", "reasonCode" from json_to_recordset($1) as s
      (story integer, ordinal integer, step text, attempt integer, outcome text, "limit" text, "opensAfter" integer,
       "closesAfter" integer, "openedByFact" integer, "closedByFact" integer, "openedBySeq" integer, "reasonCode" text)
      join limits on limits.name = s."limit" and direction = 'in' and procedure_type = 'employee' and rule_version = '2010-66'`,
    rows(told.flatMap(({ steps }) => steps)),
  );
  await client.query(
    `insert into story_events select story, seq, "factSeq", kind, ordinal, closes, outcome, "reasonCode", after, source
      from json_to_recordset($1) as s (story integer, seq integer, "factSeq" integer, kind text, ordinal integer,
        closes boolean, outcome text, "reasonCode" text, after integer, source text)`,
    rows(told.flatMap(({ events }) => events)),
  );
  await client.query('analyze work_days; analyze stories; analyze story_steps; analyze story_events');
}

export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly transfers: number;
  /** The last so many of all are open. */
  readonly open: number;
}

/**
 * Closed transfers began over ten years, more of them lately, and have all ended; a tenth are transfers-out. An open one
 * stands in some step of a completed story, one in ten of them overdue.
 */
export async function planChunk(client: pg.Client, { from, to, transfers, open }: Chunk): Promise<void> {
  await client.query(`
    drop table if exists plan;
    create temp table plan as
    with office as (
      select (select max(no) from work_days where day <= office_date(office_now())) as today_no,
        (select array_agg(id order by area_code) from counterparts) as counterparts,
        ${['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'accountClerk', 'finance'].map(staffOf).join(', ')}
    ),
    shares as materialized (select array_agg(story order by story, one) as dealt from stories, generate_series(1, share) as one),
    standing as materialized (
      select array_agg(array[story, ordinal] order by story, ordinal) as places
      from story_steps join stories using (story), generate_series(1, greatest(share / 8, 1)) as weight
      where closing = 'completed'
    ),
    drawn as materialized (
      select no, no > ${transfers - open} as is_open,
        no <= ${transfers - open} and ${draw(1)} < 0.1 as is_out,
        case when no > ${transfers - open} then places[place][1] else dealt[deal] end as story,
        case when no > ${transfers - open} then places[place][2] end as open_ordinal,
        0.5 + 1.3 * ${draw(4)} as pace, ${draw(5)} as late, today_no,
        ${skewed('counterparts', 6)} as counterpart_id, ${skewed('clerk', 7)} as steward_id, ${skewed('letterclerk', 8)} as sender_id,
        ${skewed('entryclerk', 9)} as entry_id, ${skewed('reviewer', 10)} as reviewer_id, ${skewed('accountclerk', 13)} as account_id, ${skewed('finance', 11)} as finance_id,
        1000000 + floor(9000000 * power(${draw(12)}, 2))::bigint as total_fen
      from generate_series(${from}::bigint, ${to}::bigint) as no, office, shares, standing,
        lateral (select 1 + floor(array_length(dealt, 1) * ${draw(2)})::integer as deal,
          1 + floor(array_length(places, 1) * ${draw(3)})::integer as place) as thrown
    ),
    standing_since as (
      select drawn.*, case when is_open then 1 + floor(case when late < 0.1 then limit_days + late * 80 else limit_days * (late - 0.1) / 0.9 end)::integer end as stood,
        opens_after
      from drawn left join story_steps on story_steps.story = drawn.story and ordinal = open_ordinal
    )
    select no, ${idOf('transfer')} as transfer_id, ${idOf('case')} as case_id, ${idOf('person')} as person_id,
      is_open, is_out, s.story, open_ordinal, pace, today_no, stood, counterpart_id, steward_id, sender_id, entry_id, reviewer_id, account_id, finance_id,
      total_fen,
      case when is_open then today_no - stood - floor(opens_after * pace)::integer
        else today_no - 200 - floor(2400 * power(1 - no / ${transfers + 1}::double precision, 0.8))::integer end as start_no,
      stories.closing, stories.facts, stories.events, stories.days
    from standing_since as s join stories on stories.story = s.story
    order by no;
    create index on plan (story);
    analyze plan`);
}

const staffOf = (role: string): string => `(select array_agg(staff.id order by username) from staff
  join staff_roles on staff_roles.staff_id = staff.id and role = '${role}' where active) as ${role.toLowerCase()}`;
