/** What becomes of a letter of another region: independent draws per letter, calibrated on the reference office (98 per cent in the period). */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { draws, type Draws } from '../outside/draws.ts';

export interface Dispute {
  readonly reason: ReasonCode;
  /** Form and money were too little by a digit; else only the form is wrong. */
  readonly short: boolean;
}

export interface RequestFate {
  /** For so many working days it lay where nobody looked. */
  readonly foundAfter: number;
  /** It goes back: whoever looks at the step finds why. */
  readonly returned?: { readonly reason: ReasonCode; readonly at: 'letterCheck' | 'remittanceCheck' };
  /** Contributions are owed: the person has so many working days, and pays or gives them up. */
  readonly arrears?: { readonly workingDays: number; readonly pays: boolean };
  /** Finance finds that slip and form differ; the form is made out anew. */
  readonly slipDiffers: boolean;
  /** The money leaves so many working days after the limit; 0: in time. */
  readonly paidLate: number;
  /** One after the other, each after a form that went out. */
  readonly disputes: readonly Dispute[];
  /** The other office finds a difference when everything has ended here. */
  readonly disputedAfterEnd: boolean;
  /** The same letter comes a second time. */
  readonly sentTwice: boolean;
  /** They ask after it, under its number or in another letter. */
  readonly chased?: 'chaser' | 'anotherLetter';
  /** The person asks for the certificate before the relation ends here. */
  readonly certificate: boolean;
  /** After it went back, a better one comes. */
  readonly comesAgain: boolean;
}

/** How often. Late by our own share are a letter found too late, money that leaves late, and arrears that nobody settles in time. */
const FREQUENCIES = {
  lies: 0.015,
  liesTooLong: 0.3,
  returned: { L02: 0.011, L03: 0.014, L06: 0.003, L08: 0.002, L10: 0.006, L11: 0.003 },
  returnedByFinance: 0.004,
  arrears: 0.03,
  arrearsTooLong: 0.05,
  paysArrears: 0.7,
  slipDiffers: 0.012,
  paidLate: 0.013,
  disputed: 0.025,
  disputedAgain: 0.02,
  disputedAfterEnd: 0.004,
  sentTwice: 0.02,
  chased: 0.03,
  certificate: 0.05,
  comesAgain: 0.8,
} as const;

/** Nobody mends these with another letter. */
const FINAL: readonly ReasonCode[] = ['L01', 'L06'];

/** Only whoever has looked into the account knows these. */
const OF_THE_FORM: readonly ReasonCode[] = ['D01', 'D04', 'D06', 'L02'];

/** The same for the same seed and number; of a letter that comes again nothing is wrong any more that sends letters back. */
export function requestFateOf(seed: number, no: number, isAgain: boolean): RequestFate {
  const draw = draws(seed, 'request', no);
  const foundAfter = draw.chance('lies', FREQUENCIES.lies) ? daysLying(draw) : 0;
  const returned = isAgain ? undefined : returnOf(draw);
  const arrears = draw.chance('arrears', FREQUENCIES.arrears) ? arrearsOf(draw) : undefined;
  return {
    foundAfter,
    ...(returned && { returned }),
    ...(arrears && { arrears }),
    slipDiffers: draw.chance('slip differs', FREQUENCIES.slipDiffers),
    paidLate: draw.chance('paid late', FREQUENCIES.paidLate) ? draw.integer('days late', 1, 6) : 0,
    disputes: disputesOf(draw),
    disputedAfterEnd: draw.chance('disputed after the end', FREQUENCIES.disputedAfterEnd),
    // A copy that is registered before the letter that lies would be the letter.
    sentTwice: foundAfter === 0 && draw.chance('sent twice', FREQUENCIES.sentTwice),
    ...(draw.chance('chased', FREQUENCIES.chased) && {
      chased: draw.chance('under another number', 0.3) ? 'anotherLetter' : 'chaser',
    }),
    certificate: draw.chance('certificate', FREQUENCIES.certificate),
    comesAgain: draw.chance('comes again', FREQUENCIES.comesAgain),
  };
}

export const isFinal = (reason: ReasonCode): boolean => FINAL.includes(reason);

const daysLying = (draw: Draws): number =>
  draw.chance('lies too long', FREQUENCIES.liesTooLong) ? draw.integer('long', 15, 20) : draw.integer('days', 1, 8);

function returnOf(draw: Draws): RequestFate['returned'] {
  const reasons = Object.entries(FREQUENCIES.returned) as [ReasonCode, number][];
  const found = reasons.find(([code, likely]) => draw.chance(`returned ${code}`, likely));
  if (found) return { reason: found[0], at: 'letterCheck' };
  return draw.chance('returned by finance', FREQUENCIES.returnedByFinance)
    ? { reason: 'L10', at: 'remittanceCheck' }
    : undefined;
}

const arrearsOf = (draw: Draws): NonNullable<RequestFate['arrears']> => ({
  workingDays: draw.chance('arrears too long', FREQUENCIES.arrearsTooLong)
    ? draw.integer('long arrears', 16, 20)
    : draw.integer('arrears days', 2, 8),
  pays: draw.chance('pays', FREQUENCIES.paysArrears),
});

function disputesOf(draw: Draws): Dispute[] {
  if (!draw.chance('disputed', FREQUENCIES.disputed)) return [];
  const short = draw.chance('short', 0.5);
  const first: Dispute = { short, reason: short ? 'F03' : draw.pick('why', OF_THE_FORM) };
  return draw.chance('disputed again', FREQUENCIES.disputedAgain)
    ? [first, { short: false, reason: draw.pick('why again', OF_THE_FORM) }]
    : [first];
}
