/** Which figures of an info form are others now: amounts, days, rates and spans; its words apart. */
import type { ApprovalChange, Scalar } from '../approvals.ts';
import type { InfoFormYearDetail } from '../facts/new-fact.ts';
import { LINES, type Line } from './info-form-lines.ts';

type Year = { readonly [Name in (typeof YEAR_FIGURES)[number]]?: InfoFormYearDetail[Name] | undefined };

/** A form as it is said, or as it was kept. */
export interface FormFigures extends Readonly<Record<Line, number>> {
  readonly formNo?: string | undefined;
  readonly receivedOn?: string | null | undefined;
  readonly transferredOn?: string | null | undefined;
  readonly temporaryAccount?: boolean | undefined;
  readonly years: readonly Year[];
}

const YEAR_FIGURES = [
  'areaCode',
  'fromMonth',
  'toMonth',
  'months',
  'baseFen',
  'employerRate',
  'personalRate',
  'accountRate',
  'creditedFen',
  'interestFen',
  'balanceFen',
] as const;

/** What is absent is kept as this. */
const ABSENT: Readonly<Record<string, Scalar>> = {
  areaCode: '',
  employerRate: 0,
  personalRate: 0,
  creditedFen: 0,
  interestFen: 0,
  balanceFen: 0,
};

export function formChanges(before: FormFigures, after: FormFigures): ApprovalChange[] {
  const ofForm = (['formNo', 'receivedOn', 'transferredOn', 'temporaryAccount', ...LINES] as const).map((field) =>
    change(field, before[field], after[field]),
  );
  const most = Math.max(before.years.length, after.years.length);
  const ofYears = Array.from({ length: most }, (_, index) =>
    YEAR_FIGURES.map((field) =>
      change(`years.${String(index)}.${field}`, figure(before.years[index], field), figure(after.years[index], field)),
    ),
  );
  return [...ofForm, ...ofYears.flat()].filter(({ was, becomes }) => was !== becomes);
}

const change = (field: string, was: Scalar | undefined, becomes: Scalar | undefined): ApprovalChange => ({
  field,
  was: was ?? null,
  becomes: becomes ?? null,
});

const figure = (year: Year | undefined, field: (typeof YEAR_FIGURES)[number]): Scalar =>
  year === undefined ? null : (year[field] ?? ABSENT[field] ?? null);
