/** What can become of a generated transfer-in: its steps with outcome and working days, and how often it happens. */
import { stepRule, type Closing, type Step } from '../../domain/procedures/steps.ts';

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

export interface StoryStep {
  readonly story: number;
  readonly ordinal: number;
  readonly step: Step;
  readonly attempt: number;
  readonly outcome: string;
  /** The limit's name in the table `limits`. */
  readonly limit: string;
  /** Working days after the acceptance. */
  readonly opensAfter: number;
  readonly closesAfter: number;
  readonly openedByFact: number;
  readonly closedByFact: number;
  readonly openedBySeq: number;
  readonly reasonCode: string | null;
}

export interface StoryEvent {
  readonly story: number;
  readonly seq: number;
  readonly factSeq: number | null;
  readonly kind: string;
  readonly ordinal: number | null;
  readonly closes: boolean;
  readonly outcome: string | null;
  readonly reasonCode: string | null;
  readonly after: number;
  readonly source: string;
}

const KINDS: Readonly<Record<string, string>> = {
  'review eligible': 'reviewed',
  'review refused': 'reviewed',
  'liaisonLetter sent': 'letterSent',
  'delivery delivered': 'letterDelivered',
  'delivery returned': 'letterReturned',
  'delivery lost': 'letterLost',
  'formAndFunds agreed': 'fundReceived',
  'formAndFunds returned': 'returnedByCounterpart',
  'entry entered': 'entered',
  'secondReview approved': 'secondReviewed',
  'secondReview sentBack': 'secondReviewed',
  'booking booked': 'booked',
};
const SOURCES: Readonly<Record<string, string>> = {
  letterDelivered: 'courier',
  letterReturned: 'courier',
  fundReceived: 'bank',
};

/** One story step by step and event by event, as the ledger numbers them. */
export function tell(story: Story, number: number): { steps: StoryStep[]; events: StoryEvent[] } {
  const steps: StoryStep[] = [];
  const events: StoryEvent[] = [];
  let [after, facts, attempt] = [0, 0, 1];
  const note = (kind: string, more: Partial<StoryEvent> = {}) =>
    events.push({
      story: number,
      seq: events.length + 1,
      factSeq: null,
      kind,
      ordinal: steps.length + 1,
      closes: false,
      outcome: null,
      reasonCode: null,
      after,
      source: SOURCES[kind] ?? 'staff',
      ...more,
    });
  note('accepted', { factSeq: ++facts, ordinal: null });
  for (const [step, outcome, days, reasonCode = null] of story.steps) {
    const { limit, laterLimit } = stepRule(step);
    const opened = { openedByFact: facts, opensAfter: after, openedBySeq: events.length + 1 };
    note('stepOpened', { source: 'system' });
    if (outcome === 'agreed') note('infoFormReceived', { factSeq: ++facts, after: after + days - 1 });
    after += days;
    const kind = KINDS[`${step} ${outcome}`] ?? outcome;
    note(kind, { factSeq: ++facts, closes: true, outcome, reasonCode });
    const limitName = attempt > 1 && laterLimit ? laterLimit : limit;
    steps.push({
      story: number,
      ordinal: steps.length + 1,
      step,
      attempt,
      outcome,
      limit: limitName,
      reasonCode,
      ...opened,
      closesAfter: after,
      closedByFact: facts,
    });
    if (outcome === 'returned' || outcome === 'lost') attempt += 1;
  }
  note('noticeDecided', { source: 'system', ordinal: null });
  return { steps, events };
}
