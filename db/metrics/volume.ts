/** How much the office did: counts and money, in a period and since the beginning. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { corrections } from './as-known.ts';
import { yearEarlier } from './question.ts';
import { figureOf, SOURCES, spanOf, VOLUME_FIGURES } from './volume-figures.ts';

export interface Volume {
  /** Transfers, in and out, on the day that their acceptance has by its last correction. */
  accepted: number;
  acceptedIn: number;
  acceptedOut: number;
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

/** `from` null: since the beginning. Each source of rows is read once, for all the numbers that it gives. */
async function volumeOf(db: Db, officeId: string, from: string | null, to: string): Promise<Volume> {
  const span = spanOf({ officeId, from, to });
  const sources = Object.entries(SOURCES).map(
    ([name, rowsOf]) => sql`${sql.id(name)} as (select ${sql.join(numbersOf(name))} from (${rowsOf(span)}) as counted)`,
  );
  const { rows } = await sql<Volume>`
    with ${corrections({ officeId })}, ${sql.join(sources)}
    select * from ${sql.join(Object.keys(SOURCES).map((name) => sql.id(name)))}`.execute(db);
  return rows[0]!;
}

const numbersOf = (source: string) =>
  VOLUME_FIGURES.filter((name) => figureOf(name).of === source).map((name) => {
    const { where = 'true', isFen } = figureOf(name);
    const number = isFen ? sql`coalesce(sum(amount_fen), 0)::bigint` : sql`count(*) filter (where ${sql.raw(where)})`;
    return sql`${number} as ${sql.id(name)}`;
  });
