/** What has happened to a letter of another region, from its arrival to the end of the relation here. */
import type { Closing } from '../../domain/facts/closings.ts';
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import type { OfficeMs } from '../outside/office-time.ts';

export interface RequestStory {
  readonly no: number;
  readonly transferId: string;
  readonly caseNo: string;
  /** From then on its days count. */
  readonly arrivedAt: OfficeMs;
  /** Lines ④ and ⑥ of the last form that was made out. */
  formAccountFen: number;
  formFen: number;
  /** It follows from rows of contributions, and is printed with them. */
  formHasRows: boolean;
  /** That left so far. */
  sentFen: number;
  /** When form after form went out. */
  readonly formsSent: OfficeMs[];
  /** When the money left first, or was found not to be due. */
  moneySettledAt?: OfficeMs;
  heldAt?: OfficeMs;
  resumedAt?: OfficeMs;
  disputes: number;
  /** The slip was found to differ. */
  slipDiffered: boolean;
  /** The person was given the certificate. */
  certified: boolean;
  ending?: { readonly how: Closing; readonly at: OfficeMs; readonly reason?: ReasonCode };
}

export const newRequestStory = (
  about: Pick<RequestStory, 'no' | 'transferId' | 'caseNo' | 'arrivedAt'>,
): RequestStory => ({
  ...about,
  formAccountFen: 0,
  formFen: 0,
  formHasRows: false,
  sentFen: 0,
  formsSent: [],
  disputes: 0,
  slipDiffered: false,
  certified: false,
});

type Body = Readonly<Record<string, unknown>>;
type Effect = (story: RequestStory, at: OfficeMs, body: Body) => void;

const formSent: Effect = (story, at) => {
  story.formsSent.push(at);
};

export function moneyHasLeft(story: RequestStory, at: OfficeMs, amountFen: number): void {
  story.sentFen += amountFen;
  story.moneySettledAt ??= at;
}

/** By what was done; anything else leaves no trace here. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  held: (story, at) => {
    story.heldAt = at;
  },
  resumed: (story, at) => {
    story.resumedAt = at;
  },
  infoFormIssued: (story, _, body) => {
    story.formAccountFen = Number(body['accountTotalFen']);
    story.formFen = Number(body['totalFen']);
    story.formHasRows = body['fromContributions'] !== undefined;
  },
  remittanceChecked: (story, at, { outcome }) => {
    if (outcome === 'covered') story.moneySettledAt ??= at;
    if (outcome === 'differs') story.slipDiffered = true;
  },
  // By hand, as in the log of a play that was begun before its bank confirmed anything.
  fundSent: (story, at, body) => moneyHasLeft(story, at, Number(body['amountFen'])),
  infoFormSent: formSent,
  infoFormReissued: formSent,
  certificateIssued: (story) => {
    story.certified = true;
  },
  dispute: (story) => {
    story.disputes += 1;
  },
  letterSentBack: (story, at, body) => {
    story.ending = { how: 'letterSentBack', at, reason: body['reasonCode'] as ReasonCode };
  },
  relationEnded: (story, at) => {
    story.ending = { how: 'completed', at };
  },
};

/** Of an act that the office has taken. */
export function applyToRequest(
  story: RequestStory,
  { what, body }: { readonly what: string; readonly body: Body },
  at: OfficeMs,
): void {
  EFFECTS[what]?.(story, at, body);
}
