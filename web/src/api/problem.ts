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

/** Nobody answered: the line is cut, or something else than the office stands at its other end. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnreachableError';
  }
}

/** `/problems/step-opening` → `step-opening`. */
export function problemName(problem: Problem): string {
  return problem.type.split('/').at(-1) ?? '';
}

/**
 * Whatever a query or a form caught, as a problem. Three are told apart: what the office refused, a line that is cut,
 * and a mistake of this console, which is every other error: a new attempt does not mend it.
 */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof RefusedError) return thrown.problem;
  if (isProblem(thrown)) return thrown;
  const title = thrown instanceof Error ? thrown.message : '';
  const cut = thrown instanceof UnreachableError || PART_NOT_LOADED.test(title);
  return { type: cut ? UNREACHABLE : OWN_FAULT, title, status: 0 };
}

const UNREACHABLE = '/problems/unreachable';
const OWN_FAULT = '/problems/own-fault';

/** A page is loaded in parts; browsers name the same failure differently. */
const PART_NOT_LOADED = /dynamically imported module|importing a module script failed/i;

export const isUnreachable = ({ type }: Problem): boolean => type === UNREACHABLE;
export const isOwnFault = ({ type }: Problem): boolean => type === OWN_FAULT;

/** What an answer says that is none of success; a gateway between us speaks no problems. */
export function problemOf(answered: unknown, status: number): Problem {
  return isProblem(answered) ? answered : { type: '/problems/internal', title: '', status };
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
