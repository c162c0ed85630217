/** What a refusal says, whatever way it reached us. Pure: no page and no network here. */
import type { Defect, Problem } from './types.ts';

/** A refusal that was thrown, with the whole document. */
export class RefusedError extends Error {
  readonly problem: Problem;
  /** Seconds that the server asks us to wait; undefined when it does not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.title);
    this.name = 'RefusedError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** `/problems/step-opening` → `step-opening`. */
export function problemName(problem: Problem): string {
  return problem.type.split('/').at(-1) ?? '';
}

/** Whatever a query or a form caught, as a problem. A failure of the network has no status. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof RefusedError) return thrown.problem;
  if (isProblem(thrown)) return thrown;
  if (thrown instanceof TypeError) return { type: '/problems/unreachable', title: thrown.message, status: 0 };
  return { type: '/problems/internal', title: thrown instanceof Error ? thrown.message : '', status: 500 };
}

function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'type' in thrown && 'status' in thrown;
}

export type FieldPath = (string | number)[];

/** `person.idNumber`, `/body/form/years/0/months`, `form.years[0].months` → the path of a form's field. */
export function fieldPath(field: string): FieldPath {
  const parts = field.split(/[./[\]]+/).filter((part) => part !== '');
  if (parts[0] === 'body' || parts[0] === 'query') parts.shift();
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const samePath = (one: FieldPath, other: FieldPath): boolean => one.join('.') === other.join('.');

/** Does the object hold something at the path? */
export function hasPath(part: unknown, path: FieldPath): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  return typeof part === 'object' && part !== null && first in part && hasPath(Reflect.get(part, first), rest);
}

export interface SortedDefects {
  readonly atFields: readonly { readonly name: FieldPath; readonly defects: readonly Defect[] }[];
  /** Those of fields that the form does not have; they stand above it. */
  readonly elsewhere: readonly Defect[];
}

/** Every defect goes to its field; several of one field stand together. */
export function sortDefects(defects: readonly Defect[], fields: readonly FieldPath[]): SortedDefects {
  const atFields: { name: FieldPath; defects: Defect[] }[] = [];
  const elsewhere: Defect[] = [];
  for (const defect of defects) {
    const path = fieldPath(defect.field);
    const name = fields.find((field) => samePath(field, path));
    if (!name) elsewhere.push(defect);
    else {
      const seen = atFields.find((found) => samePath(found.name, name));
      if (seen) seen.defects.push(defect);
      else atFields.push({ name, defects: [defect] });
    }
  }
  return { atFields, elsewhere };
}
