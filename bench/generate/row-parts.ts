/** What the statements that fill a chunk have in common: days, moments and owners, as the plan has them. */

export const OFFICE = `(select id from offices limit 1)`;
/** In office hours, in the order of the events of a day. */
export const at = (dayNo: string, minutes: string): string =>
  `((select day from work_days where work_days.no = ${dayNo}) + time '09:00' + (${minutes}) * interval '7 minutes') at time zone 'Asia/Shanghai'`;
export const dayOf = (dayNo: string): string => `(select day from work_days where work_days.no = ${dayNo})`;
export const after = (days: string): string => `plan.start_no + floor(${days} * plan.pace)::integer`;
export const ownerOf = `case step when 'review' then reviewer_id when 'liaisonLetter' then sender_id when 'delivery' then sender_id
  when 'formAndFunds' then steward_id when 'match' then steward_id when 'entry' then entry_id when 'secondReview' then reviewer_id else account_id end`;
/** The story as far as it has come. */
export const told = `not plan.is_out and (plan.open_ordinal is null or seq <= (select opened_by_seq from story_steps as standing
  where standing.story = plan.story and standing.ordinal = plan.open_ordinal))`;

// The decision about the notice is the last event, the end the one before it.
export const closedAt = at(after('plan.days'), 'plan.events - 2');
export const decidedAt = at(after('plan.days'), 'plan.events - 1');
export const isDone = 'not plan.is_open';

/** What an old ledger tells of each transfer-out; one form in twenty went out twice. */
export const outFacts = `(1, 'accepted', ${at('start_no', '0')}, '{}'::jsonb),
  (2, 'letterReceived', ${at('start_no', '0')}, '{}'),
  (3, 'infoFormSent', ${at(after('7'), '0')}, '{}'),
  (4, 'fundSent', ${at(after('9'), '0')}, jsonb_build_object('amountFen', total_fen)),
  (5, 'relationEnded', ${at(after('9'), '1')}, '{}'),
  (6, 'infoFormReissued', ${at(after('9'), '2')}, '{"assumed": true}')`;
export const outEvents = `(5 + (plan.no % 20 = 0)::integer)`;
