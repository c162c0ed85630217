import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { accompanyingEffects } from './accompanying.ts';
import { correctedEffects } from './corrected.ts';
import { decisionEffects } from './decisions.ts';
import { formAndMoneyEffects } from './forms-and-money.ts';
import { letterEffects } from './letters.ts';
import { transferOutEffects } from './transfers-out.ts';
import type { Effects, EffectOf } from './effect.ts';

const EFFECTS: Effects<NewFactDetail['kind']> = {
  ...letterEffects,
  ...formAndMoneyEffects,
  ...decisionEffects,
  ...accompanyingEffects,
  ...correctedEffects,
  ...transferOutEffects,
};

/** The one place that knows what a fact of this kind does. */
export function effectOf(kind: NewFactDetail['kind']): EffectOf<NewFactDetail['kind']> {
  return EFFECTS[kind] as EffectOf<NewFactDetail['kind']>;
}
