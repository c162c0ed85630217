/** What the colleague who holds a step of a transfer-out does next, and when: one function per step of the procedure. */
import type { components } from '../../api/contract.generated.ts';
import { outEmployee, type EmployeeOutStep } from '../../domain/procedures/out-employee.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { draws, type Draws } from '../outside/draws.ts';
import { afterOfficeMinutes, afterWorkingDays, type OfficeMs } from '../outside/office-time.ts';
import { waybillOf } from '../plan/letter-journey.ts';
import type { Plan } from '../plan/plan.ts';
import type { Request } from '../plan/requests.ts';
import type { RequestStory } from '../story/request-story.ts';
import type { Act } from '../story/story.ts';
import { fetchAccount, readForm } from './account.ts';
import type { Duty, NewFact } from './clerks.ts';
import { handledAt } from './desk-hours.ts';
import type { World } from './world.ts';

type TransferRow = components['schemas']['TransferRow'];
type OpenStep = components['schemas']['OpenStep'];

interface Situation {
  readonly seed: number;
  readonly request: Request;
  readonly story: RequestStory;
  readonly open: OpenStep;
  readonly draw: Draws;
}

type Look = (world: World, byStaffId: string) => Promise<NewFact>;
interface Intention {
  readonly dueAt: OfficeMs;
  /** What is said, or how it is found out. */
  readonly say: NewFact | Look;
  /** Told apart when somebody looks twice during one step. */
  readonly why?: 'arrears';
}

type Desk = (situation: Situation) => Intention | undefined;

/** Waybills of forms, beside those of letters. */
const FORMS_FROM = 500_000;
/** 1,000 yuan: a digit too few. */
const SHORT_FEN = 100_000;

/** Undefined when nothing is to be done at the desk now: the ball is outside. */
export function dutyOfRequest(plan: Plan, story: RequestStory, row: TransferRow): Duty | undefined {
  const open = row.openStep;
  if (!open || story.ending || row.procedure !== outEmployee.key) return undefined;
  const { no, transferId } = story;
  const { seed } = plan;
  const draw = draws(seed, 'desk out', no, open.ordinal);
  const desk = (DESKS as Readonly<Record<string, Desk>>)[open.step];
  const intention = desk?.({ seed, request: plan.requests.requestOf(no), story, open, draw });
  if (!intention) return undefined;
  const { dueAt, say, why } = intention;
  const told = typeof say === 'function' ? undefined : say;
  const what = told?.kind ?? why ?? open.step;
  const act: Act = {
    key: [`s${String(seed)}-out`, no, open.ordinal, what].join('-'),
    no,
    what,
    direction: 'out',
    attempt: open.attempt,
    byStaffId: open.owner.id,
    transferId,
    path: '/transfers/{id}/facts',
    body: { ...told },
  };
  if (typeof say !== 'function') return { dueAt, act };
  return {
    dueAt,
    act,
    look: async (world, signed) => {
      const fact = await say(world, signed.byStaffId);
      return { ...signed, what: fact.kind, body: { ...fact } };
    },
  };
}

const handled = ({ open, draw }: Situation): OfficeMs => handledAt(open, draw);

const DESKS: Readonly<Record<EmployeeOutStep, Desk>> = {
  letterCheck: (situation) => {
    const { request, story } = situation;
    const { arrears, returned } = request.fate;
    // What the log says, and not the list: that may be older than the hold.
    const { heldAt, resumedAt } = story;
    if (!arrears || returned?.at === 'letterCheck')
      return { dueAt: handled(situation), say: checkLetter(request, story) };
    if (heldAt === undefined) return { dueAt: handled(situation), why: 'arrears', say: heldForArrears(story) };
    if (resumedAt === undefined)
      return { dueAt: afterWorkingDays(heldAt, arrears.workingDays, 11 * 60), say: { kind: 'resumed' } };
    return { dueAt: afterOfficeMinutes(resumedAt, 45), say: checkLetter(request, story) };
  },

  formIssue: (situation) => ({ dueAt: handled(situation), say: makeForm(situation, { corrected: false }) }),

  formReview: (situation) => {
    const sendsBack = situation.draw.chance('sends back', 0.03);
    return {
      dueAt: handled(situation),
      say: sendsBack
        ? { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: situation.draw.pick('why', ['S01', 'S03', 'S05']) }
        : { kind: 'secondReviewed', outcome: 'approved' },
    };
  },

  remittanceCheck: (situation) => {
    const { request, story } = situation;
    const { returned, slipDiffers } = request.fate;
    const dueAt = handled(situation);
    if (returned?.at === 'remittanceCheck')
      return { dueAt, say: { kind: 'letterSentBack', reasonCode: returned.reason } };
    if (slipDiffers && !story.slipDiffered)
      return { dueAt, say: { kind: 'remittanceChecked', outcome: 'differs', reasonCode: 'F03' } };
    return { dueAt, say: compared(story) };
  },

  /** The bank's word does this step; what leads to it is done payment by payment (`payments.ts`). */
  remitting: () => undefined,

  formSending: (situation) => ({
    dueAt: handled(situation),
    say: { kind: 'infoFormSent', ...sentBy(situation) },
  }),

  /** Some days after the form has gone out; of a difference that the other office is about to report it has telephoned. */
  relationEnd: (situation) => {
    const { request, story, open, draw } = situation;
    if (request.fate.certificate && !story.certified)
      return { dueAt: handled(situation), say: { kind: 'certificateIssued' } };
    if (request.fate.disputes.length > story.disputes) return undefined;
    const days = draw.integer('days', 2, 4);
    return {
      dueAt: afterWorkingDays(Date.parse(open.openedAt), days, draw.integer('minute', 9 * 60 + 15, 16 * 60)),
      say: { kind: 'relationEnded' },
    };
  },

  formCorrection: (situation) => ({ dueAt: handled(situation), say: makeForm(situation, { corrected: true }) }),
  remittanceRecheck: (situation) => ({ dueAt: handled(situation), say: compared(situation.story) }),
  formReissue: (situation) => ({
    dueAt: handled(situation),
    say: { kind: 'infoFormReissued', ...sentBy(situation) },
  }),
};

/** Told in writing that contributions are owed, the person settles them first. */
const heldForArrears =
  (story: RequestStory): Look =>
  async (world, byStaffId) => {
    if (!(await fetchAccount(world, byStaffId, story))) return { kind: 'letterSentBack', reasonCode: 'L01' };
    const now = await world.clock.now();
    return { kind: 'held', reasonCode: 'L04', reviewOn: dateOf(afterWorkingDays(now, 8, 540)) };
  };

/** Is the person known here, may the letter be answered, and can everything move? */
const checkLetter =
  ({ fate }: Request, story: RequestStory): Look =>
  async (world, byStaffId) => {
    const account = await fetchAccount(world, byStaffId, story);
    if (!account) return { kind: 'letterSentBack', reasonCode: 'L01' };
    if (fate.returned?.at === 'letterCheck') return { kind: 'letterSentBack', reasonCode: fate.returned.reason };
    const givenUp = fate.arrears?.pays === false;
    const reasonCode = account.partStays ? 'L09' : givenUp ? 'L04' : undefined;
    return { kind: 'letterChecked', outcome: 'eligible', ...(reasonCode && { reasonCode }) };
  };

/** From the rows of the core system; a form that will be disputed for its amount is a digit short. */
const makeForm =
  ({ request, story, open }: Situation, { corrected }: { readonly corrected: boolean }): Look =>
  async (world, byStaffId) => {
    const { accountTotalFen, pooledFundFen, totalFen } = await readForm(world, byStaffId, story);
    const today = dateOf(await world.clock.now());
    const short = !corrected && request.fate.disputes[0]?.short === true && pooledFundFen > SHORT_FEN ? SHORT_FEN : 0;
    return {
      kind: 'infoFormIssued',
      formNo: `XC${String(story.no).padStart(6, '0')}-${String(open.ordinal)}`,
      accountTotalFen,
      pooledFundFen: pooledFundFen - short,
      totalFen: totalFen - short,
      // Where the office knows no rows, and where a digit is left out, somebody types the sums.
      ...(short === 0 && world.settings.corePort !== undefined && { fromContributions: { transferredOn: today } }),
    };
  };

const leftToPay = ({ formFen, sentFen }: RequestStory): number => formFen - sentFen;

const compared = (story: RequestStory): NewFact => ({
  kind: 'remittanceChecked',
  outcome: leftToPay(story) > 0 ? 'agreed' : 'covered',
});

function sentBy({ seed, request, story }: Situation) {
  if (request.sender.channel === 'platform') return { channel: 'platform' as const };
  const waybill = waybillOf(seed, FORMS_FROM + story.no, 1 + story.formsSent.length);
  return { channel: 'ems' as const, waybill };
}
