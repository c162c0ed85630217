/** What the colleague who holds a step does next, and when: one function per step of the procedure. */
import type { components } from '../../api/contract.generated.ts';
import { inEmployee, type EmployeeStep } from '../../domain/procedures/in-employee.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { draws, type Draws } from '../outside/draws.ts';
import { handledAt, lookedAt } from './desk-hours.ts';
import type { AttemptEnding } from '../plan/fate.ts';
import { waybillOf } from '../plan/letter-journey.ts';
import { afterWorkingDays, type OfficeMs } from '../outside/office-time.ts';
import type { Plan } from '../plan/plan.ts';
import type { Act, CaseStory, Story } from '../story/story.ts';
import type { World } from './world.ts';

type TransferRow = components['schemas']['TransferRow'];
type OpenStep = components['schemas']['OpenStep'];
export type NewFact = components['schemas']['NewFact'];

export interface Duty {
  readonly dueAt: OfficeMs;
  readonly act: Act;
  /** What the act says is known only when somebody has looked. */
  readonly look?: (world: World, act: Act) => Promise<Act>;
}

interface Situation {
  readonly plan: Plan;
  readonly whole: Story;
  readonly story: CaseStory;
  readonly row: TransferRow;
  readonly open: OpenStep;
  readonly ending: AttemptEnding;
  readonly draw: Draws;
  readonly now: OfficeMs;
}
interface Intention {
  readonly dueAt: OfficeMs;
  readonly fact: NewFact;
  /** Default: the owner of the step. */
  readonly byStaffId?: string;
  /** Told apart when the same is done twice during one step. */
  readonly again?: number;
}

/** Undefined when nothing is to be done at the desk now: the ball is outside. */
export function dutyOf(plan: Plan, whole: Story, story: CaseStory, row: TransferRow, now: OfficeMs): Duty | undefined {
  const open = row.openStep;
  if (!open || story.ending) return undefined;
  const draw = draws(plan.seed, 'desk', story.no, open.ordinal);
  const ending = plan.endingOf(story.no, open.attempt);
  // A release before says none, and knew one only: the trial of an upgrade plays on it too.
  const { procedure = inEmployee.key }: Partial<TransferRow> = row;
  const desk = DESKS[procedure]?.[open.step];
  const intention = desk?.({ plan, whole, story, row, open, ending, draw, now });
  if (!intention) return undefined;
  const { dueAt, fact, byStaffId = open.owner.id, again } = intention;
  const key = [`s${plan.seed}`, story.no, open.ordinal, fact.kind, ...(again === undefined ? [] : [again])].join('-');
  const about = { no: story.no, what: fact.kind, attempt: open.attempt, byStaffId, transferId: story.transferId };
  return { dueAt, act: { key, ...about, path: '/transfers/{id}/facts', body: { ...fact } } };
}

const handled = ({ open, draw }: Situation): OfficeMs => handledAt(open, draw);

/** What comes by mail or platform lies in the in-tray for a while. */
const registered = (arrivedAt: OfficeMs, { open, draw }: Situation): OfficeMs => lookedAt(arrivedAt, open, draw);

type Desk = (situation: Situation) => Intention | undefined;

const EMPLOYEE: Readonly<Record<EmployeeStep, Desk>> = {
  review: (situation) => {
    const { refusedFor } = situation.plan.caseOf(situation.story.no).fate;
    return {
      dueAt: handled(situation),
      fact: refusedFor
        ? { kind: 'reviewed', outcome: 'refused', reasonCode: refusedFor }
        : { kind: 'reviewed', outcome: 'eligible' },
    };
  },

  liaisonLetter: (situation) => {
    const { plan, story, row, open } = situation;
    const { fate, counterpart } = plan.caseOf(story.no);
    const dueAt = handled(situation);
    if (fate.givesUp?.beforeAttempt === open.attempt) {
      const { how, reason } = fate.givesUp;
      const fact: NewFact = how === 'withdrawn' ? { kind: how, reasonCode: reason } : { kind: how, reasonCode: reason };
      return { dueAt, byStaffId: row.steward.id, fact };
    }
    if (counterpart.channel === 'platform') return { dueAt, fact: { kind: 'letterSent', channel: 'platform' } };
    const waybill = waybillOf(plan.seed, story.no, open.attempt);
    return { dueAt, fact: { kind: 'letterSent', channel: 'ems', waybill } };
  },

  delivery: (situation) => {
    const { plan, story, open, ending } = situation;
    const letter = story.letters.find(({ attempt }) => attempt === open.attempt);
    if (!letter) return undefined;
    const journey = plan.journeyOf(story.no, letter);
    if (!journey) {
      const fails = ending.how === 'fails' && ending.stage === 'platform';
      return {
        dueAt: handled(situation),
        fact: fails ? { kind: 'letterReturned', reasonCode: 'M04' } : { kind: 'letterDelivered' },
      };
    }
    return afterTheCourier(situation, journey.scans.at(-1)?.toldAt ?? letter.postedAt, journey.deliveredAt);
  },

  formAndFunds: (situation) => {
    const { plan, story, open } = situation;
    const answer = plan.answerTo(story, open.attempt);
    const done = (what: string): boolean => story.facts.has(`${what}/${open.attempt}`);
    if (answer?.returned) {
      const { reason, at } = answer.returned;
      const fact: NewFact =
        reason === 'L06'
          ? { kind: 'closedWithoutTransfer', reasonCode: reason }
          : { kind: 'returnedByCounterpart', reasonCode: reason };
      return { dueAt: registered(at, situation), fact };
    }
    if (answer?.hold && !open.held && !done('held')) {
      const { from, reason } = answer.hold;
      const reviewOn = dateOf(afterWorkingDays(Math.max(from, situation.now), 8, 540));
      return { dueAt: registered(from, situation), fact: { kind: 'held', reasonCode: reason, reviewOn } };
    }
    if (open.held && answer?.hold)
      return { dueAt: registered(answer.hold.until, situation), fact: { kind: 'resumed' } };
    if (answer?.form && !done('infoFormReceived')) {
      const chased = chase(situation);
      const dueAt = registered(answer.form.at, situation);
      if (chased && chased.dueAt < dueAt) return chased;
      return { dueAt, fact: { kind: 'infoFormReceived', form: plan.formOf(story, open.attempt) } };
    }
    return chase(situation);
  },

  match: (situation) => {
    const { plan, whole, story, ending } = situation;
    const dueAt = handled(situation);
    if (ending.how === 'fails' && ending.stage === 'amount')
      return { dueAt, fact: { kind: 'sentBackToCounterpart', reasonCode: ending.reason } };
    // The right money must be in, and the wrong money on its way back.
    const remittances = plan.remittancesOf(story);
    const settled = ![...whole.openCredits.values()].some(({ shares }) => shares.some(({ no }) => no === story.no));
    return remittances.every(({ id }) => whole.remitted.has(id)) && settled
      ? { dueAt, fact: { kind: 'fundsAgreed' } }
      : undefined;
  },

  entry: (situation) => {
    const { ending } = situation;
    const wrong = ending.how === 'fails' && ending.stage === 'infoForm';
    return {
      dueAt: handled(situation),
      fact: wrong ? { kind: 'sentBackToCounterpart', reasonCode: ending.reason } : { kind: 'entered' },
    };
  },

  secondReview: (situation) => {
    const sendsBack = situation.draw.chance('sends back', 0.03);
    return {
      dueAt: handled(situation),
      fact: sendsBack
        ? { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: situation.draw.pick('why', ['S01', 'S03', 'S05']) }
        : { kind: 'secondReviewed', outcome: 'approved' },
    };
  },

  booking: (situation) => ({ dueAt: handled(situation), fact: { kind: 'booked' } }),
};

/** The courier's scans close this step by themselves; a lost letter needs a decision, and a slow webhook a look at his page. */
function afterTheCourier({ ending, draw }: Situation, lastToldAt: OfficeMs, deliveredAt?: OfficeMs): Intention {
  const lookAt = afterWorkingDays(lastToldAt, 2, draw.integer('look', 9 * 60 + 30, 16 * 60));
  if (deliveredAt !== undefined) return { dueAt: lookAt, fact: { kind: 'letterDelivered' } };
  const reason = ending.how === 'fails' ? ending.reason : 'M03';
  if (reason !== 'M03') return { dueAt: lookAt, fact: { kind: 'letterReturned', reasonCode: reason } };
  return { dueAt: afterWorkingDays(lastToldAt, 6, draw.integer('gives up', 600, 960)), fact: { kind: 'letterLost' } };
}

/** Overdue at the other office: the steward calls, once for each escalation. */
function chase({ open, story, draw, now }: Situation): Intention | undefined {
  const calls = story.calls.get(open.attempt) ?? 0;
  if (open.escalations <= calls) return undefined;
  const channel = draw.pick(`call ${calls}`, ['phone', 'phone', 'letter'] as const);
  return { dueAt: now, again: calls, fact: { kind: 'counterpartContacted', channel } };
}

/** By procedure, by step. Nobody plays what is not here. */
const DESKS: Readonly<Record<string, Readonly<Record<string, Desk>>>> = { [inEmployee.key]: EMPLOYEE };
