/** What the office computes for a line of an info form, as far as it said so. Pure. */
import type { Schemas } from '../../api/types.ts';
import type { Line } from '../../../../domain/forms/info-form-lines.ts';

interface Known {
  readonly form: Schemas['InfoForm'];
  readonly findings: readonly Schemas['Finding'][];
  readonly said: Schemas['CheckedInfoForm'] | undefined;
}

/** In fen; undefined: nobody can compute it, or not yet. What was compared with the rows and fits is as it was entered: a fen a row is rounding. */
export function recomputedLine(line: Line, { form, findings, said }: Known): number | undefined {
  const found = findings.find(({ field }) => field === line);
  if (line === 'accountTotalFen')
    return form.personalBefore1998Fen + form.accountUntilLastYearFen + form.accountThisYearFen;
  if (line === 'totalFen') return form.accountTotalFen + form.pooledFundFen;
  if (line === 'pooledFundFen') return found?.computedFen ?? within(said?.pooledFundFen, form.pooledFundFen, found);
  if (line === 'personalBefore1998Fen' || said === undefined) return undefined;
  if (found) return found.computedFen;
  return isHeld(findings) ? undefined : form[line];
}

const within = (computed: number | null | undefined, entered: number, found: object | undefined) =>
  computed === null || computed === undefined ? undefined : found ? computed : entered;

/** Rows that cannot be are compared with nothing. */
const isHeld = (findings: Known['findings']): boolean =>
  findings.some(({ field, severity }) => field.startsWith('years') && severity === 'defect');
