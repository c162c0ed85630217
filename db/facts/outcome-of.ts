import { outcomeBy, outcomeWhen } from '../../domain/procedures/rules.ts';
import type { FormAgainstMoney } from '../../domain/procedures/procedure.ts';
import type { Effect, FactContext } from './effect.ts';

/** How the fact closes the open step, when it is one that closes it. */
export function outcomeOf({ open, ledger, detail }: FactContext): Pick<Effect, 'outcome'> {
  const outcome = open && outcomeBy(ledger.procedure, { kind: detail.kind, step: open.step });
  return outcome === undefined ? {} : { outcome };
}

/** The same once form and money have been compared. */
export function outcomeOfComparison(
  { open, ledger }: FactContext,
  verdict: FormAgainstMoney | undefined,
): Pick<Effect, 'outcome'> {
  const outcome = open && verdict && outcomeWhen(ledger.procedure, open.step, verdict);
  return outcome === undefined ? {} : { outcome };
}
