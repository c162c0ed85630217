import { isCompared, outcomeBy, outcomeWhen } from '../../domain/procedures/rules.ts';
import type { FormAgainstMoney } from '../../domain/procedures/procedure.ts';
import type { Effect, FactContext } from './effect.ts';

type Closing = Pick<Effect, 'outcome'>;

/** How the fact closes the open step, when it is one that closes it. */
export function outcomeOf({ open, ledger, detail }: FactContext): Closing {
  const procedure = ledger.knownProcedure;
  const outcome = open && procedure && outcomeBy(procedure, { kind: detail.kind, step: open.step });
  return outcome === undefined ? {} : { outcome };
}

/** The same once form and money have been compared, where the open step waits for that. */
export async function outcomeOfComparison(
  { open, ledger }: FactContext,
  compare: () => Promise<FormAgainstMoney | undefined>,
): Promise<Closing> {
  const procedure = ledger.knownProcedure;
  if (!open || !procedure || !isCompared(procedure, open.step)) return {};
  const verdict = await compare();
  const outcome = verdict && outcomeWhen(procedure, open.step, verdict);
  return outcome === undefined ? {} : { outcome };
}
