/** A talk between the office and people (沟通记录): how it was, what was told, how it ended; and all that is wrong with what somebody writes of one. */
import type { Defect } from '../errors.ts';

export const CONTACT_CHANNELS = ['window', 'phone', 'sms', 'letter', 'email', 'portal', 'visit'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** With whom: the person, their employer, or somebody of whom nothing is known. */
export const CONTACT_PARTIES = ['person', 'employer', 'nobody'] as const;
export type ContactParty = (typeof CONTACT_PARTIES)[number];

export const CONTACT_OUTCOMES = ['solvedAtOnce', 'promised', 'referred', 'nothingToDo'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** By what the office knew to whom it spoke. */
export const IDENTITY_MEANS = ['notChecked', 'cardSeen', 'mobileMatched', 'questionsAnswered'] as const;
export type IdentityMeans = (typeof IDENTITY_MEANS)[number];

/** What the national registry says of a mobile and an ID number. Unknown is not a match. */
export const IDENTITY_RESULTS = ['match', 'noMatch', 'unknown'] as const;
export type IdentityResult = (typeof IDENTITY_RESULTS)[number];

/** Services to which topics belong. */
export const CONTACT_SERVICES = [
  'transferIn',
  'transferOut',
  'contributions',
  'annuity',
  'pension',
  'service',
] as const;
export type ContactService = (typeof CONTACT_SERVICES)[number];

/** Of a person about one topic: this one is the manager's. */
export const RAISED_AT = 3;

export interface SaidOfContact {
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly occurredAt: Date;
  readonly toldPersonal: boolean;
  readonly identity: IdentityMeans;
  readonly identityCheckId?: string | undefined;
  readonly outcome: ContactOutcome;
  readonly promises: boolean;
}

/** A second for clocks that differ. */
const TOLERANCE_MS = 1000;

/** What goes to an address or a number that the office has of the person reaches nobody else by asking. */
const goesToWhoIsKnown = ({ channel, direction }: SaidOfContact): boolean =>
  direction === 'out' && (channel === 'letter' || channel === 'sms');

const isFaceToFace = ({ channel }: SaidOfContact): boolean => channel === 'window' || channel === 'visit';

/** All that is wrong, whoever it was about. `now` is the office's. */
export function contactDefects(said: SaidOfContact, now: Date): Defect[] {
  const { identity, identityCheckId, outcome, promises } = said;
  const found: (Defect | false)[] = [
    said.occurredAt.getTime() > now.getTime() + TOLERANCE_MS && {
      field: 'occurredAt',
      code: 'future',
      message: 'A talk that is recorded has been.',
    },
    said.toldPersonal &&
      identity === 'notChecked' &&
      !goesToWhoIsKnown(said) && {
        field: 'identity',
        code: 'notChecked',
        message:
          'Nothing personal is told before it is known to whom: see the card, match the mobile, or ask the control questions.',
      },
    identity === 'cardSeen' &&
      !isFaceToFace(said) && {
        field: 'identity',
        code: 'notSeen',
        message: 'A card is seen at the window or on a visit only.',
      },
    identity === 'mobileMatched' &&
      identityCheckId === undefined && {
        field: 'identityCheckId',
        code: 'missing',
        message: 'Ask the registry first, and name its answer.',
      },
    identity !== 'mobileMatched' &&
      identityCheckId !== undefined && {
        field: 'identity',
        code: 'notMatched',
        message: 'Whoever names an answer of the registry says that it matched.',
      },
    outcome === 'promised' &&
      !promises && { field: 'promise', code: 'missing', message: 'Say what was promised, and until when.' },
    outcome !== 'promised' &&
      promises && {
        field: 'outcome',
        code: 'notPromised',
        message: 'A contact with a promise ended with it: promised.',
      },
  ];
  return found.filter((one) => one !== false);
}
