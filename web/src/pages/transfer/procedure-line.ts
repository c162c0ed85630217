/** The procedure of one transfer as a line, drawn from what the office says of it. Pure. */
import type { Procedure, Progress, StepView } from '../../api/types.ts';

export interface LineStep {
  readonly step: string;
  /** `skipped`: the transfer ended or went on without it. */
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  /** How the step went the last time; absent while it is still to come. */
  readonly view?: StepView;
}

type Walked = Pick<Progress, 'steps' | 'next' | 'closedAt'>;

/** The way when all goes well; the other steps are shown where they were needed. */
export function procedureLine(procedure: Procedure | undefined, walked: Walked): LineStep[] {
  const { steps, next, closedAt } = walked;
  const order = procedure ? procedure.steps.map(({ step }) => step) : orderWalked(walked);
  const way = procedure?.way ?? [];
  const latest = new Map(steps.map((view) => [view.step, view]));
  const position = positionOf(order, walked);
  return order
    .filter((step) => way.includes(step) || latest.has(step) || next === step)
    .map((step) => {
      const at = order.indexOf(step);
      const view = latest.get(step);
      if (at < position) return view ? { step, state: 'done', view } : { step, state: 'skipped' };
      if (closedAt !== null) return { step, state: 'skipped' };
      if (at > position) return { step, state: 'upcoming' };
      return view?.closedAt === null ? { step, state: 'current', view } : { step, state: 'current' };
    });
}

/** Of a procedure that is not known here: the steps as they were first opened, and the next one. */
function orderWalked({ steps, next }: Walked): string[] {
  return [...new Set([...steps.map(({ step }) => step), next ?? []].flat())];
}

/** Where the transfer stands; behind the last step that was walked once it is closed. */
function positionOf(order: readonly string[], { steps, next, closedAt }: Walked): number {
  const last = steps.at(-1);
  if (closedAt !== null) return last ? order.indexOf(last.step) + 1 : 0;
  const open = openStepOf(steps);
  if (open) return order.indexOf(open.step);
  if (next) return order.indexOf(next);
  return last ? order.indexOf(last.step) + 1 : 0;
}

export function openStepOf(steps: readonly StepView[]): StepView | undefined {
  return steps.findLast((view) => view.closedAt === null);
}
