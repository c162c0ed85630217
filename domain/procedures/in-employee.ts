/** Transfer-in of the pension of an enterprise's employee (职工基本养老保险, 国办发〔2009〕66号 Art. 8). */
import { procedure, type FactUses, type Hand, type Steps, type Walk } from './procedure.ts';
import type { Closing } from '../facts/closings.ts';
import { words } from './in-employee-words.ts';

const steps = {
  review: {
    role: 'reviewer',
    part: 'I2',
    limit: 'accept',
    clock: 'acceptance',
    party: 'own',
    owner: 'continuity',
    outcomes: { eligible: {}, refused: { wants: 'reason' } },
  },
  liaisonLetter: {
    role: 'letterClerk',
    part: 'I3',
    limit: 'accept',
    laterLimit: 'resend',
    clock: 'acceptance',
    party: 'own',
    // Nobody knows yet where to write.
    heldFor: ['A05'],
    owner: 'letterSender',
    outcomes: { sent: { attempt: 'begins' } },
  },
  delivery: {
    role: 'letterClerk',
    part: 'I3',
    limit: 'courier',
    clock: 'opening',
    party: 'courier',
    owner: 'letterSender',
    decidedBy: 'answer',
    outcomes: { delivered: {}, returned: { attempt: 'ends', wants: 'reason' }, lost: { attempt: 'ends' } },
  },
  formAndFunds: {
    role: 'clerk',
    part: 'I4',
    limit: 'counterpart',
    clock: 'opening',
    party: 'counterpart',
    // One of the two is in, and the other has to be asked after.
    heldFor: ['F01', 'F02', 'F04'],
    owner: 'steward',
    decidedBy: 'formAndMoney',
    outcomes: {
      agreed: { starts: 'agreement', when: 'agree' },
      differs: { when: 'differ' },
      returned: { attempt: 'ends', wants: 'reason' },
    },
  },
  match: {
    role: 'clerk',
    part: 'I5',
    limit: 'match',
    clock: 'opening',
    party: 'own',
    // Differences are settled with the other office, which he knows.
    owner: 'steward',
    outcomes: { agreed: { starts: 'agreement', when: 'agree' }, returned: { attempt: 'ends', wants: 'reason' } },
  },
  entry: {
    role: 'entryClerk',
    part: 'I6',
    limit: 'own',
    clock: 'agreement',
    party: 'own',
    owner: 'continuity',
    outcomes: { entered: {}, returned: { attempt: 'ends', wants: 'reason' } },
  },
  secondReview: {
    role: 'reviewer',
    part: 'I6',
    limit: 'own',
    clock: 'agreement',
    party: 'own',
    owner: 'continuity',
    apartFrom: ['entry'],
    outcomes: { approved: {}, sentBack: { wants: 'reason' } },
  },
  booking: {
    role: 'accountClerk',
    part: 'I6',
    limit: 'own',
    clock: 'agreement',
    party: 'own',
    owner: 'continuity',
    apartFrom: ['entry', 'secondReview'],
    outcomes: { booked: {} },
  },
} as const satisfies Steps;

/** Form and money are compared by the ledger (`when`); a form also proves that the letter arrived. */
const facts = {
  reviewed: { during: ['review'], closes: ['eligible', 'refused'], reasons: { place: 'reviewed' } },
  letterSent: { during: ['liaisonLetter', 'delivery'], closes: ['sent'] },
  letterDelivered: { during: ['delivery'], closes: ['delivered'] },
  letterReturned: { during: ['delivery'], closes: ['returned'], reasons: { place: 'letterReturned' } },
  letterLost: { during: ['delivery'], closes: ['lost'] },
  returnedByCounterpart: {
    during: ['delivery', 'formAndFunds'],
    closes: ['returned'],
    reasons: { place: 'returnedByCounterpart' },
  },
  infoFormReceived: { during: ['delivery', 'formAndFunds', 'match'], closes: ['delivered', 'agreed', 'differs'] },
  fundReceived: { during: ['formAndFunds', 'match'], closes: ['agreed', 'differs'] },
  fundReversed: { during: ['formAndFunds', 'match'], closes: ['agreed', 'differs'] },
  fundsAgreed: { during: ['match'], closes: ['agreed'] },
  // A form that cannot be right goes back before its money comes; a remittance that bounced has to be made again.
  sentBackToCounterpart: {
    during: ['formAndFunds', 'match', 'entry'],
    closes: ['returned'],
    reasons: { place: 'sentBackToCounterpart' },
  },
  entered: { during: ['entry'], closes: ['entered'] },
  secondReviewed: {
    during: ['secondReview'],
    closes: ['approved', 'sentBack'],
    reasons: { place: 'secondReviewed' },
  },
  booked: { during: ['booking'], closes: ['booked'] },
} as const satisfies FactUses<typeof steps>;

/** From the request to the booking. */
function* run({ step }: Hand<typeof steps>): Walk<Closing> {
  if ((yield* step('review')) === 'refused') return 'refused';
  while (!(yield* attemptSucceeds())) continue;
  yield* step('booking');
  return 'completed';

  /** One letter, and what came of it; false when it has to be sent again or the form must be corrected. */
  function* attemptSucceeds(): Walk<boolean> {
    yield* step('liaisonLetter');
    if ((yield* step('delivery')) !== 'delivered') return false;
    return (yield* formAndFundsAgree()) && (yield* enteredAndReviewed());
  }

  /** They come in any order; the ledger matches them, and a person decides only when the amounts differ. */
  function* formAndFundsAgree(): Walk<boolean> {
    const outcome = yield* step('formAndFunds');
    if (outcome !== 'differs') return outcome === 'agreed';
    return (yield* step('match')) === 'agreed';
  }

  /** A second person looks at every entry and sends it back as often as needed. */
  function* enteredAndReviewed(): Walk<boolean> {
    do {
      if ((yield* step('entry')) === 'returned') return false;
    } while ((yield* step('secondReview')) === 'sentBack');
    return true;
  }
}

export const inEmployee = procedure({
  direction: 'in',
  type: 'employee',
  version: '2010-66',
  validFrom: '2010-01-01',
  caseNoPrefix: 'IN',
  words,
  steps,
  facts,
  run,
});
export type EmployeeStep = keyof typeof steps;
