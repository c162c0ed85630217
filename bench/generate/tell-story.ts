/** A story told in full: its steps and events with their numbers and days, as the ledger numbers them. */
import type { StepRule } from '../../domain/procedures/procedure.ts';
import { inEmployee, type EmployeeStep as Step } from '../../domain/procedures/in-employee.ts';
import type { Story } from './stories.ts';

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

/** `number` is the story's place in the list. */
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
    const { limit, laterLimit } = inEmployee.steps[step] as StepRule;
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
