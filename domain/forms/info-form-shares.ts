/** What of each year's contributions moves with the account: 11 % of the base to 2005 and 8 % since, whatever was recorded. */
import { multiplyDivideHalfUp } from '../money/rounding.ts';
import { fieldOf, hasBase, type Finding, type InfoFormRules, type Row } from './info-form-lines.ts';

export interface MovableYear {
  /** The row's place in the form, from 0. */
  readonly row: number;
  /** Principal that moves. */
  readonly movableFen: number;
  /** Recorded above the standard share: it stays in the record of the old place. */
  readonly excessFen: number;
}

export const shareFen = (baseFen: number, months: number, basisPoints: number): number =>
  multiplyDivideHalfUp([baseFen, months, basisPoints], 10_000);

/** Shares come as fractions (0.08) and are compared in basis points. */
export const basisPointsOf = (share: number): number => Math.round(share * 10_000);

/** The whole account moved before 1998; a year without months or base has nothing to compute. */
export const hasShare = (row: Row): boolean => row.ofYear >= 1998 && row.months > 0;

/** What the account recorded: the amount, else what its rate says. */
function recordedFen(row: Row & { readonly baseFen: number }): number | undefined {
  if (row.creditedFen !== undefined) return row.creditedFen;
  return row.accountRate === undefined ? undefined : shareFen(row.baseFen, row.months, basisPointsOf(row.accountRate));
}

export function movableOf(row: Row, { accountRateOf }: Pick<InfoFormRules, 'accountRateOf'>): MovableYear | undefined {
  if (!hasShare(row) || !hasBase(row)) return undefined;
  const movableFen = shareFen(row.baseFen, row.months, accountRateOf(row.ofYear));
  const above = (recordedFen(row) ?? movableFen) - movableFen;
  // A fen a month is rounding.
  return { row: row.index, movableFen, excessFen: above > row.months ? above : 0 };
}

export interface Movable {
  readonly principalFen: number;
  readonly excessFen: number;
  readonly years: readonly MovableYear[];
}

/** Over the years of a form; those of which nothing can be computed are left out. */
export function movableSum(rows: readonly Row[], rules: Pick<InfoFormRules, 'accountRateOf'>): Movable {
  const years = rows.flatMap((row) => movableOf(row, rules) ?? []);
  return {
    principalFen: years.reduce((sum, { movableFen }) => sum + movableFen, 0),
    excessFen: years.reduce((sum, { excessFen }) => sum + excessFen, 0),
    years,
  };
}

/** Recorded above or below the standard: a person looks (7号), for the old place adjusts what is below (D04). */
export function checkShare(row: Row, rules: InfoFormRules): Finding[] {
  if (!hasShare(row)) return [];
  if (!hasBase(row)) return [baseMissing(row)];
  const standard = rules.accountRateOf(row.ofYear);
  const computedFen = shareFen(row.baseFen, row.months, standard);
  const foundFen = recordedFen(row);
  if (foundFen === undefined)
    return [{ field: fieldOf(row, 'creditedFen'), code: 'amountMissing', severity: 'notChecked', computedFen }];
  const written = row.accountRate === undefined ? standard : basisPointsOf(row.accountRate);
  const share: Finding[] =
    written === standard
      ? []
      : [
          {
            field: fieldOf(row, 'accountRate'),
            code: 'accountShare',
            severity: 'flag',
            reasonCode: 'D04',
            computedFen,
            foundFen,
          },
        ];
  return [...share, ...checkCredited(row, shareFen(row.baseFen, row.months, written))];
}

/** The amount against the share that the row itself gives. */
function checkCredited(row: Row, computedFen: number): Finding[] {
  const { creditedFen: foundFen } = row;
  if (foundFen === undefined || Math.abs(foundFen - computedFen) <= row.months) return [];
  const field = fieldOf(row, 'creditedFen');
  return [{ field, code: 'creditedDiffers', severity: 'flag', reasonCode: 'D04', computedFen, foundFen }];
}

const baseMissing = (row: Row): Finding => ({
  field: fieldOf(row, 'baseFen'),
  code: 'baseMissing',
  severity: 'flag',
  reasonCode: 'D05',
});
