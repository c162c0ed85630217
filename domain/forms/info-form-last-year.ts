/** Line ②: the balance at the end of the year before the transfer, as the yearly rows have it. */
import type { InfoFormDetail } from '../facts/new-fact.ts';
import type { AccountYear } from './info-form-interest.ts';
import type { Finding, InfoFormRules } from './info-form-lines.ts';
import { movableOf } from './info-form-shares.ts';

interface Question {
  readonly form: InfoFormDetail;
  readonly years: readonly AccountYear[];
  readonly transferYear: number;
  readonly rules: InfoFormRules;
}

/** With or without the part of line ①; where a share was not the standard one, nobody can tell what moved of its interest. */
export function checkLastYear({ form, years, transferYear, rules }: Question): Finding[] {
  const field = 'accountUntilLastYearFen';
  const foundFen = form.accountUntilLastYearFen;
  const before = years.filter(({ year }) => year < transferYear);
  const last = before.at(-1);
  if (!last) return foundFen === 0 ? [] : [{ field, code: 'lastYearUnknown', severity: 'notChecked', foundFen }];
  const computedFen = last.last.balanceFen;
  if (computedFen === undefined || last.year !== transferYear - 1)
    return [{ field, code: 'lastYearUnknown', severity: 'notChecked', foundFen }];
  const difference = foundFen - computedFen;
  const tolerance = form.years.length;
  if (Math.abs(difference) <= tolerance || Math.abs(difference + form.personalBefore1998Fen) <= tolerance) return [];
  const rows = before.flatMap((year) => year.rows);
  const isAdjusted = rows.some((row) => {
    const movable = movableOf(row, rules)?.movableFen;
    return movable !== undefined && Math.abs((row.creditedFen ?? movable) - movable) > row.months;
  });
  if (isAdjusted) return [{ field, code: 'shareAdjusted', severity: 'notChecked', computedFen, foundFen }];
  return [{ field, code: 'lastYearBalanceDiffers', severity: 'flag', reasonCode: 'D01', computedFen, foundFen }];
}
