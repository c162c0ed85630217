/** What is true of a month, and what the office's own figures say of it: completion in both directions. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { truthOf, type Completion } from '../story/truth.ts';
import { dueOn, truthOfRequests, type CompletionOut } from '../story/truth-out.ts';
import type { World } from './world.ts';

/** A direction in which nothing was played has no figures. */
export interface Figures {
  readonly in: Completion | null;
  readonly out: CompletionOut | null;
}

export const trueFigures = ({ story, plan }: World): Figures => ({
  in: plan.month.transfers > 0 ? truthOf(story, plan.month.transfers) : null,
  out: story.requests.size > 0 ? truthOfRequests(story.requests.values()) : null,
});

/** Of the same cohorts. */
export async function officeFigures(world: World): Promise<Figures> {
  const { plan, story } = world;
  return {
    in: plan.month.transfers > 0 ? await figuresIn(world) : null,
    out: story.requests.size > 0 ? await figuresOut(world) : null,
  };
}

interface Asked {
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
}

const completion = ({ api }: World, query: Asked) =>
  api.sure(api.oneOf('manager').id, (headers) => api.client.GET('/metrics/completion', { headers, params: { query } }));

function span(days: readonly string[]): { from: string; to: string } {
  const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (from === undefined || to === undefined) throw new RangeError('a cohort has a day');
  return { from, to };
}

async function figuresIn(world: World): Promise<Completion> {
  const { story, plan } = world;
  const accepted = [...story.cases.values()].filter(({ no }) => no <= plan.month.transfers);
  const days = accepted.map(({ acceptedAt }) => dateOf(acceptedAt));
  const { attempts } = await completion(world, { direction: 'in', ...span(days) });
  if (!attempts) throw new Error('the office gave no figures by attempt');
  const { cohort, closedAt: closedWithAttempt, closedLater, notClosed, rates } = attempts;
  return { cohort, closedWithAttempt, closedLater, notClosed, rates };
}

/** Those of the period by the day on which the limit ends, the one of the month by the day of receipt. */
async function figuresOut(world: World): Promise<CompletionOut> {
  const requests = [...world.story.requests.values()];
  const byDue = await completion(world, { direction: 'out', ...span(requests.map((one) => dueOn(one))) });
  const received = span(requests.map(({ arrivedAt }) => dateOf(arrivedAt)));
  const byReceipt = await completion(world, { direction: 'out', ...received });
  if (!byDue.periods || !byReceipt.periods) throw new Error('the office gave no figures by period');
  const { due, inPeriod, second, withinTwoLimits } = byDue.periods;
  return { due, inPeriod, second, withinTwoLimits, sameMonth: byReceipt.periods.sameMonth };
}
