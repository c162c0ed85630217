/** What can become of a generated transfer-in: its steps with outcome and working days, and how often it happens. */
import type { EmployeeStep as Step } from '../../domain/procedures/in-employee.ts';
import type { Closing } from '../../domain/facts/closings.ts';

type Told = readonly [step: Step, outcome: string, workingDays: number, reasonCode?: string];

export interface Story {
  readonly closing: Closing;
  /** In a thousand. */
  readonly share: number;
  readonly steps: readonly Told[];
}

const SENT: readonly Told[] = [['liaisonLetter', 'sent', 3]];
const BEGIN: readonly Told[] = [['review', 'eligible', 2], ...SENT];
const BACK_BY_POST: readonly Told[] = [['delivery', 'returned', 6, 'M01'], ...SENT];
const LOST: readonly Told[] = [['delivery', 'lost', 9, 'M03'], ...SENT];
const ARRIVED: readonly Told[] = [['delivery', 'delivered', 4]];
const BACK_FROM_THERE: readonly Told[] = [...ARRIVED, ['formAndFunds', 'returned', 10, 'L02'], ...SENT];
const ANSWERED: readonly Told[] = [...ARRIVED, ['formAndFunds', 'agreed', 14], ['entry', 'entered', 3]];
const BOOKED: readonly Told[] = [
  ['secondReview', 'approved', 2],
  ['booking', 'booked', 2],
];
const SENT_BACK: readonly Told[] = [
  ['secondReview', 'sentBack', 2, 'S01'],
  ['entry', 'entered', 2],
];

/** The shares of the attempts are those of the reference office: 88, 94 and 98 % within one, two and three. */
export const STORIES: readonly Story[] = [
  { closing: 'completed', share: 830, steps: [...BEGIN, ...ANSWERED, ...BOOKED] },
  { closing: 'completed', share: 30, steps: [...BEGIN, ...ANSWERED, ...SENT_BACK, ...BOOKED] },
  { closing: 'completed', share: 32, steps: [...BEGIN, ...BACK_BY_POST, ...ANSWERED, ...BOOKED] },
  { closing: 'completed', share: 24, steps: [...BEGIN, ...BACK_FROM_THERE, ...ANSWERED, ...BOOKED] },
  { closing: 'completed', share: 4, steps: [...BEGIN, ...LOST, ...ANSWERED, ...BOOKED] },
  { closing: 'completed', share: 38, steps: [...BEGIN, ...BACK_BY_POST, ...BACK_FROM_THERE, ...ANSWERED, ...BOOKED] },
  {
    closing: 'completed',
    share: 8,
    steps: [...BEGIN, ...LOST, ...BACK_BY_POST, ...BACK_FROM_THERE, ...ANSWERED, ...BOOKED],
  },
  { closing: 'refused', share: 14, steps: [['review', 'refused', 3, 'A01']] },
  { closing: 'withdrawn', share: 8, steps: [...BEGIN, ['delivery', 'withdrawn', 5, 'W01']] },
  {
    closing: 'closedWithoutTransfer',
    share: 12,
    steps: [...BEGIN, ...ARRIVED, ['formAndFunds', 'closedWithoutTransfer', 11, 'L06']],
  },
];
