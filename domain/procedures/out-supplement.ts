/** Supplementary transfer-out (补转): contributions that came late to us follow a transfer that has ended, with a form and money of their own. */
import { outEmployee } from './out-employee.ts';
import { procedure, type FactUses, type Hand, type Steps, type Walk } from './procedure.ts';
import type { Closing } from '../facts/closings.ts';
import { OUT_SUPPLEMENT_TYPE, wordsFrom } from './supplement-words.ts';

const { formIssue, formReview, remittanceCheck, remitting, formSending } = outEmployee.steps;

const steps = {
  formIssue: { ...formIssue, outcomes: { issued: {} } },
  formReview: { ...formReview, apartFrom: ['formIssue'] },
  // Without money there is nothing to supplement: a form of nothing goes back to who made it out.
  remittanceCheck: { ...remittanceCheck, outcomes: { agreed: { toPay: true }, differs: { wants: 'reason' } } },
  remitting,
  // It is no pass: no attempt begins.
  formSending: { ...formSending, outcomes: { sent: {} } },
} as const satisfies Steps;

const EVERY_STEP = ['formIssue', 'formReview', 'remittanceCheck', 'remitting', 'formSending'] as const;

const facts = {
  chased: { during: EVERY_STEP },
  certificateIssued: { during: EVERY_STEP },
  infoFormIssued: { during: ['formIssue'], closes: ['issued'] },
  secondReviewed: { during: ['formReview'], closes: ['approved', 'sentBack'], reasons: { place: 'secondReviewed' } },
  remittanceChecked: {
    during: ['remittanceCheck'],
    closes: ['agreed', 'differs'],
    reasons: { codes: ['F03', 'L10', 'D01'] },
  },
  fundSent: { during: ['remitting'], closes: ['paidOut'] },
  infoFormSent: { during: ['formSending'], closes: ['sent'] },
} as const satisfies FactUses<typeof steps>;

/** The relation has ended before: what came late goes after it. */
function* run({ step }: Hand<typeof steps>): Walk<Closing> {
  do {
    do yield* step('formIssue');
    while ((yield* step('formReview')) === 'sentBack');
  } while ((yield* step('remittanceCheck')) === 'differs');
  yield* step('remitting');
  yield* step('formSending');
  return 'completed';
}

export const outSupplement = procedure({
  direction: 'out',
  type: 'supplementary',
  version: outEmployee.version,
  validFrom: outEmployee.validFrom,
  caseNoPrefix: outEmployee.caseNoPrefix,
  applied: 'elsewhere',
  begins: 'linked',
  words: wordsFrom(outEmployee, OUT_SUPPLEMENT_TYPE, steps),
  steps,
  facts,
  run,
});
