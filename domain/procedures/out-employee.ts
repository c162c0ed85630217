/** Transfer-out of the pension of an enterprise's employee (国办发〔2009〕66号 Art. 8, 人社厅发〔2019〕94号): we are the old place. */
import { procedure, type FactUses, type Hand, type Steps, type Walk } from './procedure.ts';
import type { Closing } from '../facts/closings.ts';
import { words } from './out-employee-words.ts';

/** 15 working days from the arrival of the letter, for everything up to the end of the relation here. */
const FROM_THE_LETTER = { part: 'I4', limit: 'own', clock: 'acceptance', party: 'own' } as const;
/** The form that goes out again has as long, from the day on which the other office disputed it. */
const FROM_THE_DISPUTE = { part: 'I4', limit: 'own', clock: { fact: 'disputeReceived' }, party: 'own' } as const;
/** Not before the money has left: afterwards a letter is answered, and cannot be sent back any more. */
const LETTER_SENT_BACK = { wants: 'reason' } as const;

const steps = {
  letterCheck: {
    ...FROM_THE_LETTER,
    role: 'clerk',
    owner: 'steward',
    outcomes: { eligible: {}, returned: LETTER_SENT_BACK },
  },
  formIssue: {
    ...FROM_THE_LETTER,
    role: 'entryClerk',
    owner: 'continuity',
    outcomes: { issued: {}, returned: LETTER_SENT_BACK },
  },
  formReview: {
    ...FROM_THE_LETTER,
    // Of a form that goes out again: its own few days.
    laterLimit: 'resend',
    role: 'reviewer',
    owner: 'continuity',
    apartFrom: ['formIssue', 'formCorrection'],
    outcomes: { approved: {}, sentBack: { wants: 'reason' } },
  },
  remittanceCheck: {
    ...FROM_THE_LETTER,
    role: 'finance',
    owner: 'continuity',
    // Within a province often nothing is to be paid: the relation alone moves.
    outcomes: {
      agreed: { toPay: true },
      covered: { toPay: false },
      differs: { wants: 'reason' },
      returned: LETTER_SENT_BACK,
    },
  },
  remitting: {
    ...FROM_THE_LETTER,
    laterLimit: 'resend',
    role: 'finance',
    owner: 'continuity',
    outcomes: { paidOut: {} },
  },
  formSending: {
    ...FROM_THE_LETTER,
    role: 'letterClerk',
    owner: 'letterSender',
    outcomes: { sent: { attempt: 'begins' } },
  },
  relationEnd: {
    ...FROM_THE_LETTER,
    laterLimit: 'resend',
    role: 'clerk',
    owner: 'steward',
    outcomes: { cutOff: {}, disputed: { attempt: 'ends', wants: 'reason' } },
  },
  formCorrection: {
    ...FROM_THE_DISPUTE,
    role: 'entryClerk',
    owner: 'continuity',
    outcomes: { issued: {} },
  },
  remittanceRecheck: {
    ...FROM_THE_DISPUTE,
    role: 'finance',
    owner: 'continuity',
    // What was sent may be right, and only the form was wrong.
    outcomes: { agreed: { toPay: true }, covered: { toPay: false }, differs: { wants: 'reason' } },
  },
  formReissue: {
    ...FROM_THE_DISPUTE,
    role: 'letterClerk',
    owner: 'letterSender',
    outcomes: { sent: { attempt: 'begins' } },
  },
} as const satisfies Steps;

const EVERY_STEP = [
  'letterCheck',
  'formIssue',
  'formReview',
  'remittanceCheck',
  'remitting',
  'formSending',
  'relationEnd',
  'formCorrection',
  'remittanceRecheck',
  'formReissue',
] as const;

/** What the other office finds in our form. */
const DISPUTES = ['F03', 'D01', 'D03', 'D04', 'D05', 'D06', 'L02', 'L11'];

const facts = {
  letterReceived: { during: EVERY_STEP },
  chased: { during: EVERY_STEP },
  certificateIssued: { during: EVERY_STEP },
  untransferableTold: { during: EVERY_STEP },
  letterChecked: { during: ['letterCheck'], closes: ['eligible'], reasons: { codes: ['L04', 'L09'] } },
  letterSentBack: {
    during: ['letterCheck', 'formIssue', 'remittanceCheck'],
    closes: ['returned'],
    // Whatever an old place may find, but its own silence.
    reasons: { parts: ['I4'], except: ['L12'] },
  },
  infoFormIssued: { during: ['formIssue', 'formCorrection'], closes: ['issued'] },
  secondReviewed: {
    during: ['formReview'],
    closes: ['approved', 'sentBack'],
    reasons: { place: 'secondReviewed' },
  },
  remittanceChecked: {
    during: ['remittanceCheck', 'remittanceRecheck'],
    closes: ['agreed', 'covered', 'differs'],
    reasons: { codes: ['F03', 'L10', 'D01'] },
  },
  fundSent: { during: ['remitting'], closes: ['paidOut'] },
  infoFormSent: { during: ['formSending'], closes: ['sent'] },
  infoFormReissued: { during: ['formReissue'], closes: ['sent'] },
  relationEnded: { during: ['relationEnd'], closes: ['cutOff'] },
  disputeReceived: { during: ['relationEnd'], closes: ['disputed'], reasons: { codes: DISPUTES } },
} as const satisfies FactUses<typeof steps>;

/** From the letter that arrives to the end of the relation here. */
function* run({ step }: Hand<typeof steps>): Walk<Closing> {
  if ((yield* step('letterCheck')) === 'returned') return 'letterSentBack';
  const checked = yield* formMadeAndChecked();
  if (checked === 'returned') return 'letterSentBack';
  if (checked === 'agreed') yield* step('remitting');
  yield* step('formSending');
  while ((yield* step('relationEnd')) === 'disputed') yield* sentAgain();
  return 'completed';

  /** What is found on the way may still send the letter back. */
  function* formMadeAndChecked(): Walk<'agreed' | 'covered' | 'returned'> {
    for (;;) {
      do {
        if ((yield* step('formIssue')) === 'returned') return 'returned';
      } while ((yield* step('formReview')) === 'sentBack');
      const outcome = yield* step('remittanceCheck');
      if (outcome !== 'differs') return outcome;
    }
  }

  /** Corrected, looked at by a second person, and sent; money only where some is missing. */
  function* sentAgain(): Walk<void> {
    for (;;) {
      do yield* step('formCorrection');
      while ((yield* step('formReview')) === 'sentBack');
      const outcome = yield* step('remittanceRecheck');
      if (outcome === 'differs') continue;
      if (outcome === 'agreed') yield* step('remitting');
      yield* step('formReissue');
      return;
    }
  }
}

export const outEmployee = procedure({
  direction: 'out',
  type: 'employee',
  version: '2019-94',
  validFrom: '2010-01-01',
  caseNoPrefix: 'OT',
  // The other office has the application, and tells the person how it ends.
  applied: 'elsewhere',
  words,
  steps,
  facts,
  run,
});
export type EmployeeOutStep = keyof typeof steps;
