import { RefusedError } from '../api/problem.ts';
import type { YearDraft } from './cells.ts';
import { filledRows, inSheet } from './info-form-draft.ts';

type Rows = readonly (YearDraft | undefined)[] | undefined;

/** A refusal names rows as they were sent, without blank ones between: here by those of the sheet. `sheets`: by what stands before `.years`. */
export function atSheetRows(error: unknown, sheets: Readonly<Record<string, Rows>>): unknown {
  if (!(error instanceof RefusedError)) return error;
  const { problem, retryAfterSeconds } = error;
  const errors = (problem.errors ?? []).map((defect) => ({ ...defect, field: placeOf(defect.field, sheets) }));
  return new RefusedError({ ...problem, errors }, retryAfterSeconds);
}

function placeOf(field: string, sheets: Readonly<Record<string, Rows>>): string {
  const at = Object.keys(sheets).find((begin) => field.startsWith(`${begin}.years.`));
  if (at === undefined) return field;
  return `${at}.${inSheet(field.slice(at.length + 1), filledRows(sheets[at]).join())}`;
}
