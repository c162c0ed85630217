/** Three transfers of the next month that are kept open, so that a visitor finds something to take further by hand. */
import type { components } from '../../api/contract.generated.ts';
import type { Fate } from './fate.ts';

type OpenStep = components['schemas']['OpenStep'];

/** In the order of their numbers after the month's last. */
export const SHOWCASES = ['waiting', 'cameBack', 'overdue'] as const;
export type Showcase = (typeof SHOWCASES)[number];

export const showcaseOf = (no: number, transfers: number): Showcase | undefined => SHOWCASES[no - transfers - 1];

/** Its letter reaches an office that waits for the visitor, or comes back; it never goes further by itself. */
export const FATES: Readonly<Record<Showcase, Fate>> = {
  waiting: { attempts: [{ how: 'neverAnswered' }] },
  cameBack: { attempts: [{ how: 'fails', reason: 'M01', stage: 'mail' }] },
  overdue: { attempts: [] },
};

/** What the clerks leave to the visitor. */
export function isLeft(showcase: Showcase, { step, attempt }: OpenStep): boolean {
  switch (showcase) {
    case 'waiting':
      return step !== 'review' && step !== 'liaisonLetter' && step !== 'delivery';
    case 'cameBack':
      return attempt > 1;
    case 'overdue':
      return true;
  }
}

/** Does it stand where the visitor is to find it? */
export function isReady(showcase: Showcase, open: OpenStep | null | undefined): boolean {
  if (!open) return false;
  if (showcase === 'waiting') return open.step === 'formAndFunds';
  return showcase === 'cameBack' ? open.step === 'liaisonLetter' && open.attempt > 1 : open.escalations > 0;
}
