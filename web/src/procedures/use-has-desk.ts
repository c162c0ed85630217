import { useProcedures } from '../api/queries.ts';
import { deskOf } from './desk.ts';
import { procedureOf, stepOf } from './lookup.ts';

/** Whether a step is done on a page of its own, beside the paper. */
export function useHasDesk(): (procedure: string, step: string | undefined) => boolean {
  const procedures = useProcedures();
  return (procedure, step) => {
    const desk = deskOf(stepOf(procedureOf(procedures, procedure), step));
    return desk === 'comparing' || desk === 'reviewing';
  };
}
