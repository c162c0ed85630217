/** What comes after a step, for people who ask; the procedure itself is decided by the workflow alone. */
import { isStep, type Step } from './steps.ts';

const WHEN_ALL_GOES_WELL: Readonly<Record<Step, Step | null>> = {
  review: 'liaisonLetter',
  liaisonLetter: 'delivery',
  delivery: 'formAndFunds',
  formAndFunds: 'entry',
  match: 'entry',
  entry: 'secondReview',
  secondReview: 'booking',
  booking: null,
};

/** An outcome of null: the step is open and is expected to go well. Null: nothing follows. */
export function expectedNext(step: Step, outcome: string | null): Step | null {
  switch (outcome) {
    case 'returned':
    case 'lost':
      return 'liaisonLetter';
    case 'differs':
      return 'match';
    case 'sentBack':
      return 'entry';
    case 'refused':
    case 'withdrawn':
    case 'closedWithoutTransfer':
      return null;
    default:
      return WHEN_ALL_GOES_WELL[step];
  }
}

/** After the last step of a transfer, open or closed; of one that has none yet, the first. */
export function stepAfter(last: { readonly step: string; readonly outcome: string | null } | undefined): Step | null {
  return last && isStep(last.step) ? expectedNext(last.step, last.outcome) : 'review';
}
