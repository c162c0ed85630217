import { RefusedError, toProblem } from '../../api/problem.ts';

/** The API refuses this with 403 and names no field. Whoever has the right to ask can be refused for one thing only. */
export function asDefect(error: unknown, field: string, code: string): unknown {
  const problem = toProblem(error);
  if (problem.status !== 403) return error;
  const message = problem.detail ?? problem.title;
  return new RefusedError({ ...problem, type: '/problems/invalid', status: 422, errors: [{ field, code, message }] });
}
