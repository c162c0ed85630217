/** Each number of the volume as a condition on one source of rows: counted together, listed one by one. */
import { sql, type RawBuilder } from 'kysely';
import { happened } from './as-known.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';

export interface VolumeSpan {
  readonly officeId: string;
  /** Null: since the beginning. */
  readonly from: string | null;
  readonly to: string;
}

type Sql = RawBuilder<unknown>;

interface Span {
  readonly officeId: string;
  readonly since: Sql;
  readonly until: Sql;
  readonly within: (instant: Sql) => Sql;
}

export function spanOf({ officeId, from, to }: VolumeSpan): Span {
  const since = from === null ? sql`'-infinity'::timestamptz` : startOfDay(from);
  const until = endOfDay(to);
  return { officeId, since, until, within: (instant) => sql`${instant} >= ${since} and ${instant} < ${until}` };
}

/** Those of the span by the last correction of their instant: transfer_id, seq, kind, payload, at. Two halves, as in `happened`. */
const eventsOf = ({ officeId, within }: Span, which: Sql): Sql => sql`
  select transfer_id, seq, kind, payload, occurred_at as at
  from events
  where office_id = ${officeId} and ${which} and ${within(sql.ref('occurred_at'))}
    and not exists (select from corrections
      where corrections.transfer_id = events.transfer_id and corrections.corrects_seq = events.seq)
  union all
  select events.transfer_id, events.seq, events.kind, events.payload, corrections.occurred_at
  from corrections
  join events on events.transfer_id = corrections.transfer_id and events.seq = corrections.corrects_seq
  where ${which} and ${within(sql.ref('corrections.occurred_at'))}`;

/** Rows of the span as transfer_id, at, key (one of a kind within the source), what, amount_fen; behind a `with` entry `corrections`. */
export const SOURCES = {
  /** On the day that their acceptance has by its last correction. */
  takenUp: ({ officeId, since, until }) => sql`
    select transfers.id as transfer_id, acceptances.occurred_at as at, transfers.id::text as key, transfers.direction as what,
      null::bigint as amount_fen
    from (${happened({ officeId }, 'accepted', since, until)}) as acceptances
    join transfers on transfers.id = acceptances.transfer_id`,
  facts: (span) => sql`
    select transfer_id, at, transfer_id::text || to_char(seq, 'FM0000000000') as key, kind as what, null::bigint as amount_fen
    from (${eventsOf(span, sql`events.fact_seq is not null and events.source in ('staff', 'courier', 'bank', 'import')`)}) as facts`,
  ended: ({ officeId, within }) => sql`
    select id as transfer_id, closed_at as at, id::text as key, closing as what, null::bigint as amount_fen
    from transfers
    where office_id = ${officeId} and ${within(sql.ref('closed_at'))}`,
  booked: ({ officeId, within }) => sql`
    select transfer_id, booked_at as at, transfer_id::text as key, 'booked' as what, amount_fen
    from bookings
    where office_id = ${officeId} and ${within(sql.ref('booked_at'))}
      -- What was reversed is here no more; what was reopened is booked with the linked transfer.
      and not exists (select from reversals where reversals.transfer_id = bookings.transfer_id)
      and not exists (select from transfers later where later.links_to = bookings.transfer_id and later.link = 'reopening')`,
  // An old ledger may tell the amount after the day.
  remitted: (span) => sql`
    select sent.transfer_id, sent.at, sent.transfer_id::text || to_char(sent.seq, 'FM0000000000') as key, sent.kind as what,
      coalesce(told.amount_fen, (sent.payload ->> 'amountFen')::bigint) as amount_fen
    from (${eventsOf(span, sql`events.kind = 'fundSent'`)}) as sent
    left join lateral (select (later.payload ->> 'correctedAmountFen')::bigint as amount_fen from events as later
      where later.transfer_id = sent.transfer_id and later.corrects_seq = sent.seq and later.payload ? 'correctedAmountFen'
      order by later.seq desc limit 1) as told on true`,
  // A day without an hour: at its beginning.
  posted: ({ officeId, since, until }) => sql`
    select transfer_id, posted_on::timestamp at time zone 'Asia/Shanghai' as at, id::text as key, state as what, null::bigint as amount_fen,
      attempt, envelope
    from letters
    where office_id = ${officeId} and posted_on < office_date(${until})
      and (${since} = '-infinity'::timestamptz or posted_on >= office_date(${since}))`,
  textsSent: ({ officeId, within }) => sql`
    select transfer_id, sent_at as at, id::text as key, state as what, null::bigint as amount_fen
    from notices
    where office_id = ${officeId} and channel = 'sms' and ${within(sql.ref('sent_at'))}`,
  textsArrived: ({ officeId, within }) => sql`
    select transfer_id, settled_at as at, id::text as key, state as what, null::bigint as amount_fen
    from notices
    where office_id = ${officeId} and channel = 'sms' and sent_at is not null and state = 'delivered'
      and ${within(sql.ref('settled_at'))}`,
} as const satisfies Record<string, (span: Span) => Sql>;

interface Figure {
  readonly of: keyof typeof SOURCES;
  /** On the rows of its source; without one they all count. */
  readonly where?: string;
  /** The number is the sum of their fen, not how many they are. */
  readonly isFen?: true;
}

export const FIGURES = {
  accepted: { of: 'takenUp' },
  acceptedIn: { of: 'takenUp', where: "what = 'in'" },
  acceptedOut: { of: 'takenUp', where: "what = 'out'" },
  closed: { of: 'ended' },
  completed: { of: 'ended', where: "what = 'completed'" },
  itemsHandled: { of: 'facts' },
  fenIn: { of: 'booked', isFen: true },
  fenOut: { of: 'remitted', isFen: true },
  lettersPosted: { of: 'posted' },
  deliveredAtFirstPosting: { of: 'posted', where: "attempt = 1 and envelope = 1 and what = 'delivered'" },
  postedAgain: { of: 'posted', where: 'attempt > 1 or envelope > 1' },
  noticesSent: { of: 'textsSent' },
  noticesDelivered: { of: 'textsArrived' },
} as const satisfies Record<string, Figure>;

export type VolumeFigure = keyof typeof FIGURES;

export const figureOf = (name: VolumeFigure): Figure => FIGURES[name];
export const VOLUME_FIGURES = Object.keys(FIGURES) as VolumeFigure[];
