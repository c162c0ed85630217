/** How much the office did: counts and money, in a period and since the beginning. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { endOfDay, startOfDay } from './days.ts';
import { yearEarlier } from './question.ts';

export interface Volume {
  accepted: number;
  /** Ended in whatever way. */
  closed: number;
  /** Ended by the booking. */
  completed: number;
  itemsHandled: number;
  /** Booked in the accounts of transfers-in. */
  fenIn: number;
  /** Remitted for transfers-out. */
  fenOut: number;
  lettersPosted: number;
  /** Of the transfers whose first letter was posted then: those of which that envelope arrived. */
  deliveredAtFirstPosting: number;
  /** Envelopes after the first one of a transfer. */
  postedAgain: number;
  noticesSent: number;
  noticesDelivered: number;
}

/** What one item handled is; printed beside the number. */
const ITEMS_HANDLED_DEFINITION =
  'Facts of transfers that occurred in the period: whatever a colleague recorded, a courier scan or a bank line brought, or an imported file told. What the system notes by itself (reminders, opened steps, messages) is not counted.';

export interface VolumeQuestion {
  readonly officeId: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  readonly compareWith?: 'yearBefore';
}

export async function readVolume(db: Db, { officeId, from, to, compareWith }: VolumeQuestion) {
  const [inPeriod, sinceBeginning] = [await volumeOf(db, officeId, from, to), await volumeOf(db, officeId, null, to)];
  return {
    itemsHandledDefinition: ITEMS_HANDLED_DEFINITION,
    inPeriod,
    sinceBeginning,
    yearBefore: compareWith ? await volumeOf(db, officeId, yearEarlier(from), yearEarlier(to)) : null,
  };
}

/** `from` null: since the beginning. */
async function volumeOf(db: Db, officeId: string, from: string | null, to: string): Promise<Volume> {
  const within = (instant: RawBuilder<unknown>) =>
    sql`${instant} < ${endOfDay(to)} and ${from === null ? sql`true` : sql`${instant} >= ${startOfDay(from)}`}`;
  const onDays = (day: RawBuilder<unknown>) =>
    sql`${day} <= ${to}::date and ${from === null ? sql`true` : sql`${day} >= ${from}::date`}`;
  const { rows } = await sql<Volume>`
    with facts as (
      select count(*) filter (where kind = 'accepted') as accepted,
        count(*) as items_handled
      from events
      where office_id = ${officeId} and fact_seq is not null and source in ('staff', 'courier', 'bank', 'import')
        and ${within(sql.ref('occurred_at'))}
    ),
    ended as (
      select count(*) as closed, count(*) filter (where closing = 'completed') as completed
      from transfers
      where office_id = ${officeId} and followed and ${within(sql.ref('closed_at'))}
    ),
    posted as (
      select count(*) as letters_posted,
        count(*) filter (where attempt = 1 and envelope = 1 and state = 'delivered') as delivered_at_first_posting,
        count(*) filter (where attempt > 1 or envelope > 1) as posted_again
      from letters
      where office_id = ${officeId} and ${onDays(sql.ref('posted_on'))}
    ),
    texts as (
      select count(*) filter (where ${within(sql.ref('sent_at'))}) as notices_sent,
        count(*) filter (where state = 'delivered' and ${within(sql.ref('settled_at'))}) as notices_delivered
      from notices
      where office_id = ${officeId} and channel = 'sms' and sent_at is not null
    )
    select accepted, closed, completed, items_handled as "itemsHandled",
      (select coalesce(sum(amount_fen), 0)::bigint from bookings
        where office_id = ${officeId} and ${within(sql.ref('booked_at'))}) as "fenIn",
      (select coalesce(sum(transfers_out.amount_fen), 0)::bigint from transfers_out
        join transfers on transfers.id = transfers_out.transfer_id
        where transfers.office_id = ${officeId} and ${onDays(sql.ref('transfers_out.remitted_on'))}) as "fenOut",
      letters_posted as "lettersPosted", delivered_at_first_posting as "deliveredAtFirstPosting",
      posted_again as "postedAgain", notices_sent as "noticesSent", notices_delivered as "noticesDelivered"
    from facts, ended, posted, texts`.execute(db);
  return rows[0]!;
}
