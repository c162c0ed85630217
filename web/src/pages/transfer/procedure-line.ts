/** The procedure of one transfer as a line, drawn from its text. Pure. */
import type { Progress, StepView } from '../../api/types.ts';
import { inEmployee, STEPS, type Step } from '../../../../domain/procedures/index.ts';
import { ahead, walk } from '../../../../domain/procedures/walk.ts';

export interface LineStep {
  readonly step: Step;
  /** `skipped`: the transfer ended or went on without it. */
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  /** How the step went the last time; absent while it is still to come. */
  readonly view?: StepView;
}

/** The way when all goes well; the other steps are shown where they were needed. */
const WAY: readonly Step[] = [walk(inEmployee, []).open?.step ?? [], ahead(inEmployee, [])].flat();

type Walked = Pick<Progress, 'steps' | 'next' | 'closedAt'>;

export function procedureLine({ steps, next, closedAt }: Walked): LineStep[] {
  const latest = new Map(steps.map((view) => [view.step, view]));
  const position = positionOf({ steps, next, closedAt });
  return STEPS.filter((step) => WAY.includes(step) || latest.has(step) || next === step).map((step) => {
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
