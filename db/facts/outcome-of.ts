import { isStep, stepRule } from '../../domain/procedures/index.ts';
import type { Effect, FactContext } from './effect.ts';

/** The fact closes the open step so, when that step can end so. */
export function outcomeOf({ open }: FactContext, outcome: string): Pick<Effect, 'outcome'> {
  return open && isStep(open.step) && outcome in stepRule(open.step).outcomes ? { outcome } : {};
}
