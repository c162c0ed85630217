/** How much the office did: counts and money, in a period and since the beginning. */
import type { Db } from '../connection/connection.ts';
import { countFigures } from './count-figures.ts';
import { periodYearEarlier } from './question.ts';
import { VOLUME_FIGURES } from './volume-figures.ts';

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
  const volumeOf = (span: { readonly from: string | null; readonly to: string }): Promise<Volume> =>
    countFigures(db, { officeId, ...span }, VOLUME_FIGURES);
  return {
    itemsHandledDefinition: ITEMS_HANDLED_DEFINITION,
    inPeriod: await volumeOf({ from, to }),
    sinceBeginning: await volumeOf({ from: null, to }),
    yearBefore: compareWith ? await volumeOf(periodYearEarlier({ from, to })) : null,
  };
}
