/** The procedure of one transfer as a line, drawn from the table of steps. Pure. */
import type { Progress, StepView } from '../../api/types.ts';
import { STEPS, type Step } from '../../../../domain/procedures/steps.ts';

export interface LineStep {
  readonly step: Step;
  /** `skipped`: the transfer ended or went on without it. */
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  /** How the step went the last time; absent while it is still to come. */
  readonly view?: StepView;
}

/** Only where amounts differ does somebody have to check them. */
const OPTIONAL: readonly Step[] = ['match'];

type Walked = Pick<Progress, 'steps' | 'next' | 'closedAt'>;

export function procedureLine({ steps, next, closedAt }: Walked): LineStep[] {
  const latest = new Map(steps.map((view) => [view.step, view]));
  const position = positionOf({ steps, next, closedAt });
  return STEPS.filter((step) => !OPTIONAL.includes(step) || latest.has(step) || next === step).map((step) => {
    const at = STEPS.indexOf(step);
    const view = latest.get(step);
    if (at < position) return view ? { step, state: 'done', view } : { step, state: 'skipped' };
    if (closedAt !== null) return { step, state: 'skipped' };
    if (at > position) return { step, state: 'upcoming' };
    return view?.closedAt === null ? { step, state: 'current', view } : { step, state: 'current' };
  });
}

/** Where the transfer stands; behind the last step that was walked once it is closed. */
function positionOf({ steps, next, closedAt }: Walked): number {
  const last = steps.at(-1);
  if (closedAt !== null) return last ? STEPS.indexOf(last.step) + 1 : 0;
  const open = steps.findLast((view) => view.closedAt === null);
  if (open) return STEPS.indexOf(open.step);
  if (next) return STEPS.indexOf(next);
  return last ? STEPS.indexOf(last.step) + 1 : 0;
}

export function openStepOf(steps: readonly StepView[]): StepView | undefined {
  return steps.findLast((view) => view.closedAt === null);
}
