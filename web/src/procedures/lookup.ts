/** Finds a procedure, and a step of it, in what GET /procedures says. Pure. */
import type { Procedure, ProcedureStep } from '../api/types.ts';

/** Undefined for a key that only a newer release of the office knows. */
export function procedureOf(procedures: readonly Procedure[], key: string): Procedure | undefined {
  return procedures.find((procedure) => procedure.key === key);
}

export function stepOf(procedure: Procedure | undefined, name: string | undefined): ProcedureStep | undefined {
  return procedure?.steps.find(({ step }) => step === name);
}

/** Every step of every procedure once, in their order. */
export function stepNames(procedures: readonly Procedure[]): string[] {
  return [...new Set(procedures.flatMap(({ steps }) => steps.map(({ step }) => step)))];
}
