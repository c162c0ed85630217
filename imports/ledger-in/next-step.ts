import type { Step } from '../../domain/procedures/steps.ts';

export interface NextStep {
  readonly step: Step;
  readonly attempt: number;
}

const AFTER: Readonly<Record<string, Step>> = {
  'review eligible': 'liaisonLetter',
  'liaisonLetter sent': 'delivery',
  'delivery delivered': 'formAndFunds',
  'formAndFunds agreed': 'entry',
  'formAndFunds differs': 'match',
  'match agreed': 'entry',
  'entry entered': 'secondReview',
  'secondReview approved': 'booking',
  'secondReview sentBack': 'entry',
};

/** What the workflow would open next, for history that goes ahead of it: a return is followed by the next letter. */
export function stepAfter(closed: { step: string; outcome: string; attempt: number }): NextStep | undefined {
  const step = AFTER[`${closed.step} ${closed.outcome}`];
  if (step) return { step, attempt: closed.attempt };
  const comesBack = closed.outcome === 'returned' || closed.outcome === 'lost';
  return comesBack ? { step: 'liaisonLetter', attempt: closed.attempt + 1 } : undefined;
}
