/** Supplementary transfer-in (补转): contributions that came late to the old place follow a transfer that has ended. Nobody applies, and no letter goes out. */
import { inEmployee } from './in-employee.ts';
import { procedure, type FactUses, type Hand, type Steps, type Walk } from './procedure.ts';
import type { Closing } from '../facts/closings.ts';
import { IN_SUPPLEMENT_TYPE, wordsFrom } from './supplement-words.ts';

const { formAndFunds, match, entry, secondReview, booking } = inEmployee.steps;
/** No attempt begins here, so none ends: what comes back is asked for once more, and counts nowhere as a pass. */
const ASKED_AGAIN = { wants: 'reason' } as const;

const steps = {
  formAndFunds: { ...formAndFunds, outcomes: { ...formAndFunds.outcomes, returned: ASKED_AGAIN } },
  match: { ...match, outcomes: { ...match.outcomes, returned: ASKED_AGAIN } },
  entry: { ...entry, outcomes: { ...entry.outcomes, returned: ASKED_AGAIN } },
  secondReview,
  booking,
} as const satisfies Steps;

const facts = {
  returnedByCounterpart: {
    during: ['formAndFunds'],
    closes: ['returned'],
    reasons: { place: 'returnedByCounterpart' },
  },
  infoFormReceived: { during: ['formAndFunds', 'match'], closes: ['agreed', 'differs'] },
  fundReceived: { during: ['formAndFunds', 'match'], closes: ['agreed', 'differs'] },
  fundReversed: { during: ['formAndFunds', 'match'], closes: ['agreed', 'differs'] },
  fundsAgreed: { during: ['match'], closes: ['agreed'] },
  sentBackToCounterpart: {
    during: ['formAndFunds', 'match', 'entry'],
    closes: ['returned'],
    reasons: { place: 'sentBackToCounterpart' },
  },
  entered: { during: ['entry'], closes: ['entered'] },
  secondReviewed: { during: ['secondReview'], closes: ['approved', 'sentBack'], reasons: { place: 'secondReviewed' } },
  booked: { during: ['booking'], closes: ['booked'] },
} as const satisfies FactUses<typeof steps>;

/** From the word of the old place that more is to come, to the booking. */
function* run({ step }: Hand<typeof steps>): Walk<Closing> {
  while (!(yield* formAndFundsAgree()) || !(yield* enteredAndReviewed())) continue;
  yield* step('booking');
  return 'completed';

  function* formAndFundsAgree(): Walk<boolean> {
    const outcome = yield* step('formAndFunds');
    if (outcome !== 'differs') return outcome === 'agreed';
    return (yield* step('match')) === 'agreed';
  }

  function* enteredAndReviewed(): Walk<boolean> {
    do {
      if ((yield* step('entry')) === 'returned') return false;
    } while ((yield* step('secondReview')) === 'sentBack');
    return true;
  }
}

export const inSupplement = procedure({
  direction: 'in',
  type: 'supplementary',
  version: inEmployee.version,
  validFrom: inEmployee.validFrom,
  caseNoPrefix: inEmployee.caseNoPrefix,
  begins: 'linked',
  words: wordsFrom(inEmployee, IN_SUPPLEMENT_TYPE, steps),
  steps,
  facts,
  run,
});
