/** What goes on from a transfer after its end, as it was known: its reopenings belong to the case as it was accepted first; a reversal takes it back. */
import { sql, type RawBuilder } from 'kysely';
import { endOfDay } from '../connection/shanghai-days.ts';
import { knownBy, type CompletionQuestion } from './question.ts';

/**
 * `with` entries. `chain`: of each first transfer itself and what it was reopened as (first_id, transfer_id, last_id, is_last), and how many of
 * them had their pass without a letter that anybody knows of (passes_lost). `reversed_by_then`: transfer_id.
 * @param from the entry that has those that are counted, each as `transfer_id`
 */
export const reopenedSince = (
  question: CompletionQuestion,
  from = 'acceptances',
): RawBuilder<unknown> => sql`reopened as materialized (
    select linked.first_id, linked.id as transfer_id, linked.links_to, linked.number
    from ${sql.ref(from)} as counted_first
    join transfers as linked on linked.first_id = counted_first.transfer_id
    join events as begun on begun.transfer_id = linked.id and begun.seq = 1
      and begun.recorded_at <= ${knownBy(question)} and begun.occurred_at < ${endOfDay(question.asOf)}
  ),
  -- Few: what is counted of them costs those nothing that have none.
  latest as materialized (
    select reopened.first_id, (array_agg(reopened.transfer_id order by reopened.number desc))[1] as last_id,
      count(*) filter (where earlier.closing = 'completed'
        and not exists (select from attempts where attempts.transfer_id = earlier.id)) as passes_lost
    from reopened join transfers as earlier on earlier.id = reopened.links_to
    group by reopened.first_id
  ),
  chain as materialized (
    select one.first_id, one.transfer_id, coalesce(last_id, one.first_id) as last_id, one.transfer_id = coalesce(last_id, one.first_id) as is_last,
      coalesce(passes_lost, 0) as passes_lost
    from (select transfer_id as first_id, transfer_id from ${sql.ref(from)}
      union all select first_id, transfer_id from reopened) as one
    left join latest on latest.first_id = one.first_id
  ),
  reversed_by_then as (
    select reversals.transfer_id from reversals
    where reversals.office_id = ${question.officeId} and reversals.reversed_at < ${endOfDay(question.asOf)}
      and reversals.recorded_at <= ${knownBy(question)}
  )`;
