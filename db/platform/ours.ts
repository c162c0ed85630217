/** Transfers as the platform would see them: every open one, and those that its list of the day speaks of. */
import { sql } from 'kysely';
import type { Ours, Theirs } from '../../domain/platform.ts';
import type { Tx } from '../connection/connection.ts';
import { endOfDay } from '../connection/shanghai-days.ts';

interface OfDay {
  readonly officeId: string;
  readonly listedOn: string;
}

export async function readTheirs(tx: Tx, { officeId, listedOn }: OfDay): Promise<Theirs[]> {
  const { rows } = await sql<Theirs>`select serial, direction, status, days, overdue, transfer_id as "transferId"
    from platform_rows where office_id = ${officeId} and last_listed_on = ${listedOn}::date order by serial`.execute(
    tx,
  );
  return rows;
}

/**
 * What was closed after the day of the list was open on it. The clock of a transfer-in begins with its newest letter over the platform, that of a
 * transfer-out with the day on which it was received. No step is named here: form and money tell how far it is, in whichever procedure.
 */
export async function readOurs(tx: Tx, { officeId, listedOn }: OfDay): Promise<Ours[]> {
  const { rows } = await sql<Ours>`
    with seen as (
      select t.*, case when t.closed_at < ${endOfDay(listedOn)} then office_date(t.closed_at) end as closed_on
      from transfers t
      where t.office_id = ${officeId} and (t.closed_at is null or t.closed_at >= ${endOfDay(listedOn)} or t.id in (
        select transfer_id from platform_rows where office_id = ${officeId} and last_listed_on = ${listedOn}::date))
    )
    select t.id as "transferId", t.direction, t.closed_on as "closedOn",
      case when t.closed_on is not null then 'done'
        when t.direction = 'out' then case when told.funds then 'fundsSent' when told.form then 'formSent' else 'inHand' end
        when came.funds then 'fundsSent' when came.form then 'formSent'
        when tries.ended and not tries.open then 'returned' else 'inHand' end as status,
      case t.direction when 'in' then case when letter.channel = 'platform' then letter.posted_on end
        else coalesce(o.letter_received_on, office_date(t.accepted_at)) end as since,
      t.closed_on is null and (coalesce(step.due_on, o.due_on) < ${listedOn}::date) is true as overdue,
      case t.direction when 'in' then letter.channel = 'platform' else cp.channel = 'platform' end is true as "isOnPlatform"
    from seen t
    join counterparts cp on cp.id = t.counterpart_id
    left join transfers_out o on o.transfer_id = t.id
    left join steps step on step.transfer_id = t.id and step.closed_at is null
    left join lateral (select channel, posted_on from letters where letters.transfer_id = t.id and kind = 'liaison'
      order by attempt desc, envelope desc limit 1) letter on true
    cross join lateral (select
      exists (select from info_forms f where f.transfer_id = t.id and f.state = 'received') as form,
      exists (select from credit_parts p where p.transfer_id = t.id and p.state in ('matched', 'booked')) as funds) came
    cross join lateral (select coalesce(bool_or(kind = 'infoFormSent'), false) as form, coalesce(bool_or(kind = 'fundSent'), false) as funds
      from events where events.transfer_id = t.id and kind in ('infoFormSent', 'fundSent')) told
    cross join lateral (select coalesce(bool_or(ended_at is not null), false) as ended, coalesce(bool_or(ended_at is null), false) as open
      from attempts where attempts.transfer_id = t.id) tries
    order by t.id`.execute(tx);
  return rows;
}
