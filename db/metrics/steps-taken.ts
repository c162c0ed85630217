/** The steps and the transfers whose working days are told, each with its days and whose they are. */
import { sql, type RawBuilder } from 'kysely';
import { ENDINGS } from '../../domain/facts/closings.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';

interface Span {
  readonly officeId: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

/** Working days from opening to closing without those on hold; a holiday lasts nobody any day. */
const daysTaken = sql`greatest(closed_on.working_no - opened_on.working_no - steps.held_working_days, 0)`;
const withDays = sql`
  join numbered_days as opened_on on opened_on.day = office_date(steps.opened_at)
  join numbered_days as closed_on on closed_on.day = office_date(steps.closed_at)`;
/** What the procedure says of the step. */
const withRule = sql`join procedure_steps as said on said.procedure = steps.procedure and said.step = steps.step`;
/**
 * A letter without a receipt: that a form came proves that it had arrived, not when. Its days cannot be told apart, so
 * neither the courier (whose step an answer decides) nor the counterpart (who has the one after) is given them.
 */
const arrivedUnseen = sql`said.decided_by is not null and exists (
  select from steps as answered
  join procedure_steps as answers on answers.procedure = answered.procedure and answers.step = answered.step
    and answers.decided_by = 'answer'
  join procedure_outcomes as good on good.procedure = answered.procedure and good.step = answered.step
    and good.outcome = answered.outcome and good.place = 1
  join events on events.transfer_id = answered.transfer_id and events.fact_seq = answered.closed_by_fact_seq
  where answered.transfer_id = steps.transfer_id
    and answered.ordinal = steps.ordinal - case said.decided_by when 'answer' then 0 else 1 end
    and events.kind <> 'letterDelivered')`;
/** Of the transfer, whatever step was open. */
const endings = sql.join(ENDINGS.map((ending) => sql.lit(ending)));

/** Steps that were closed in the span. */
export const stepsTaken = ({ officeId, from, to }: Span): RawBuilder<unknown> => sql`
  select steps.transfer_id, steps.ordinal, steps.closed_at, steps.step, said.party, ${daysTaken} as days
  from steps ${withDays} ${withRule}
  where steps.office_id = ${officeId} and steps.closed_at >= ${startOfDay(from)} and steps.closed_at < ${endOfDay(to)}
    and steps.outcome not in (${endings}) and not (${arrivedUnseen})`;

/** Of the transfers completed in the span, each with the sum of its party's steps. */
export const partiesTaken = ({ officeId, from, to }: Span): RawBuilder<unknown> => sql`
  select transfers.id as transfer_id, transfers.closed_at, said.party, sum(${daysTaken})::integer as days,
    bool_and(steps.closed_at <= steps.due_at) as in_time
  from transfers
  join steps on steps.transfer_id = transfers.id ${withRule} ${withDays}
  where transfers.office_id = ${officeId} and transfers.closing = 'completed'
    and transfers.closed_at >= ${startOfDay(from)} and transfers.closed_at < ${endOfDay(to)}
  group by transfers.id, said.party
  having not bool_or(${arrivedUnseen})`;
