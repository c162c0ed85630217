/** Interest and year-end balances of an info form, recomputed year by year where the form gives enough to do so. */
import { monthProductInterestFen, openingInterestFen, yearMethodInterestFen } from '../money/account-interest.ts';
import type { Finding, InfoForm, InfoFormRow, InfoFormRules } from './info-form-lines.ts';
import { readMonth } from './info-form-rows.ts';

interface AccountYear {
  readonly year: number;
  /** Positions in the form, in the order of their months. */
  readonly rows: readonly { readonly index: number; readonly row: InfoFormRow }[];
}

const sum = (year: AccountYear, name: 'creditedFen' | 'interestFen'): number =>
  year.rows.reduce((total, { row }) => total + row[name], 0);

function accountYears(rows: readonly InfoFormRow[]): AccountYear[] {
  const byYear = new Map<number, { index: number; row: InfoFormRow }[]>();
  for (const [index, row] of rows.entries()) byYear.set(row.year, [...(byYear.get(row.year) ?? []), { index, row }]);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, ofYear]) => ({
      year,
      rows: ofYear.sort((a, b) => (a.row.from ?? '').localeCompare(b.row.from ?? '')),
    }));
}

/** Interest by either lawful method within a fen per row; balance = opening + credited + interest within a fen per row. */
export function checkInterest(form: InfoForm, rules: InfoFormRules): Finding[] {
  const findings: Finding[] = [];
  let previous: { year: number; balanceFen: number } | undefined;
  for (const year of accountYears(form.rows)) {
    const last = year.rows.at(-1);
    if (!last) continue;
    const openingFen = openingOf(form, year.year, previous);
    if (openingFen !== undefined) {
      findings.push(...checkYearInterest(form, year, openingFen, rules));
      const differenceFen = last.row.balanceFen - openingFen - sum(year, 'creditedFen') - sum(year, 'interestFen');
      if (Math.abs(differenceFen) > year.rows.length)
        findings.push({
          field: `rows.${String(last.index)}.balanceFen`,
          code: 'balanceDiffers',
          reason: 'D01',
          differenceFen,
        });
    }
    previous = { year: year.year, balanceFen: last.row.balanceFen };
  }
  return [...findings, ...checkLastYear(form)];
}

/** Unknown after a gap, which earned interest that no row shows, and in a first year that continues an older balance. */
function openingOf(
  form: InfoForm,
  year: number,
  previous: { year: number; balanceFen: number } | undefined,
): number | undefined {
  if (previous) return previous.year === year - 1 || previous.balanceFen === 0 ? previous.balanceFen : undefined;
  return year === 1998 || form.before1998Fen === 0 ? form.before1998Fen : undefined;
}

function checkYearInterest(form: InfoForm, year: AccountYear, openingFen: number, rules: InfoFormRules): Finding[] {
  const field = `rows.${String(year.rows.at(-1)?.index ?? 0)}.interestFen`;
  const written = sum(year, 'interestFen');
  if (year.year === form.transferYear)
    return written === 0 ? [] : [{ field, code: 'interestInTransferYear', reason: 'D01', differenceFen: written }];
  const rate = rules.interestRates.get(year.year);
  if (rate === undefined) return [];
  const spans = year.rows.flatMap(({ row }) => {
    const [from, to] = [readMonth(row.from), readMonth(row.to)];
    return from && to ? [{ fromMonth: from.month, toMonth: to.month, creditedFen: row.creditedFen }] : [];
  });
  const opening = openingInterestFen(openingFen, rate);
  const byMonths = opening + spans.reduce((total, span) => total + monthProductInterestFen(span, rate), 0);
  const byYear = opening + spans.reduce((total, span) => total + yearMethodInterestFen(span, rate), 0);
  const tolerance = year.rows.length;
  if (written >= Math.min(byMonths, byYear) - tolerance && written <= Math.max(byMonths, byYear) + tolerance) return [];
  return [{ field, code: 'interestDiffers', reason: 'D01', differenceFen: written - byMonths }];
}

/** Line ② is the balance at the end of the year before the transfer, with or without the part of line ①. */
function checkLastYear(form: InfoForm): Finding[] {
  const before = accountYears(form.rows).filter((year) => year.year < form.transferYear);
  const balanceFen = before.at(-1)?.rows.at(-1)?.row.balanceFen;
  if (balanceFen === undefined || before.at(-1)?.year !== form.transferYear - 1) return [];
  const differenceFen = form.untilLastYearFen - balanceFen;
  const tolerance = form.rows.length;
  if (Math.abs(differenceFen) <= tolerance || Math.abs(differenceFen + form.before1998Fen) <= tolerance) return [];
  return [{ field: 'untilLastYearFen', code: 'lastYearBalanceDiffers', reason: 'D01', differenceFen }];
}
