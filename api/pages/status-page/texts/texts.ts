/** What the status page says; each language says all of it, or the type check fails. Words of steps stand with their procedure. */
import type { Milestone } from '../../../../db/reading/milestones.ts';
import type { TransferStatus } from '../../../../db/reading/status-page.ts';
import type { Link } from '../../../../domain/linked.ts';
import type { Closing } from '../../../../domain/facts/closings.ts';

export interface Texts {
  readonly title: string;
  readonly languages: string;
  readonly largePrint: string;
  readonly usualPrint: string;
  readonly plainText: string;
  readonly readAloud: string;
  readonly stopReading: string;
  readonly print: string;
  readonly anotherCode: string;
  readonly code: string;
  readonly codeHint: string;
  readonly lastFour: string;
  readonly lastFourHint: string;
  readonly show: string;
  readonly failed: string;
  readonly codeShape: string;
  readonly digitsShape: string;
  readonly wrong: string;
  /** @param minutes as the language says a span, `30 minutes` */
  readonly locked: (minutes: string) => string;
  readonly again: string;
  readonly away: string;
  readonly howToAsk: string;
  readonly holder: string;
  readonly holders: Readonly<Record<TransferStatus['holder'], string>>;
  /** The other office of a transfer-out. */
  readonly newPlace: string;
  readonly since: (day: string) => string;
  readonly asOf: (day: string) => string;
  readonly step: string;
  readonly nextStep: string;
  readonly due: string;
  readonly provisional: string;
  readonly opening: string;
  readonly none: string;
  readonly closed: string;
  readonly closings: Readonly<Record<Closing, string>>;
  readonly arrivals: string;
  readonly arrived: Readonly<Record<Arrival, string>>;
  readonly arrivedOn: (day: string) => string;
  readonly notYet: string;
  readonly departures: string;
  readonly departed: Readonly<Record<Departure, string>>;
  readonly sentOn: (day: string) => string;
  readonly notSentYet: string;
  readonly nothingDue: string;
  readonly soFar: string;
  readonly goesOn: string;
  readonly links: Readonly<Record<Link, string>>;
  readonly reversed: string;
  readonly milestones: Readonly<Record<Milestone, string>>;
  readonly ask: string;
  readonly office: string;
  readonly post: string;
  readonly deputy: string;
  readonly telephone: string;
}

/** Papers and money whose coming the person may prove with this page, in the order in which they usually come. */
export const ARRIVALS = ['letterDelivered', 'infoFormReceived', 'fundReceived'] as const satisfies readonly Milestone[];
export type Arrival = (typeof ARRIVALS)[number];
/** The same of a transfer-out: what came, and what has left for the new place. */
export const DEPARTURES = ['letterReceived', 'infoFormSent', 'fundSent'] as const satisfies readonly Milestone[];
export type Departure = (typeof DEPARTURES)[number];
