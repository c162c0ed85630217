/** Where a transfer stands, as the rules of its facts need it. Pure. */
import type { Procedure, ProcedureStep, Progress, Schemas } from '../../../api/types.ts';
import { procedureOf, stepOf } from '../../../procedures/lookup.ts';
import { openStepOf } from '../procedure-line.ts';

export interface Standing {
  /** Undefined: only a newer release of the office knows it. */
  readonly procedure: Procedure | undefined;
  /** Undefined between two steps, and once the transfer is closed. */
  readonly open: ProcedureStep | undefined;
  /** What fits every step is the same in every procedure. */
  readonly anyTime: readonly Schemas['FactUse'][];
}

export function standingOf(
  procedures: readonly Procedure[],
  progress: Pick<Progress, 'procedure' | 'steps'>,
): Standing {
  const procedure = procedureOf(procedures, progress.procedure);
  const open = stepOf(procedure, openStepOf(progress.steps)?.step);
  return { procedure, open, anyTime: (procedure ?? procedures[0])?.anyTime ?? [] };
}
