/** A form that adds up, for a visitor of the practice office who has no paper to copy. Pure. */
import { monthProductInterestFen, openingInterestFen } from '../../../domain/money/account-interest.ts';
import { rateOf, type InterestRate } from '../../../domain/money/interest-rates.ts';
import { formatYuan } from '../../../domain/money/money.ts';
import { shareFen } from '../../../domain/forms/info-form-shares.ts';
import { INFO_FORM_RULES } from '../../../domain/forms/info-form.ts';
import type { YearDraft } from './cells.ts';
import type { InfoFormDraft } from './info-form-draft.ts';

const yuan = (fen: number): string => formatYuan(fen, { grouped: true });

const BASE_FEN = 1_000_000;
const RATE = 800;
const FULL_YEARS = 2;

/** Two full years before the office's year, at a base of 10,000 yuan and 8 %. */
export function sampleInfoForm(officeDate: string, rates: readonly InterestRate[]): InfoFormDraft {
  const transferYear = Number(officeDate.slice(0, 4));
  const years: YearDraft[] = [];
  let balanceFen = 0;
  for (let year = transferYear - FULL_YEARS; year < transferYear; year++) {
    const creditedFen = (BASE_FEN * 12 * RATE) / 10_000;
    const rate = rateOf(rates, year, undefined)?.basisPoints ?? 0;
    const interestFen =
      openingInterestFen(balanceFen, rate) + monthProductInterestFen({ fromMonth: 1, toMonth: 12, creditedFen }, rate);
    balanceFen += creditedFen + interestFen;
    years.push({
      fromMonth: `${String(year)}01`,
      toMonth: `${String(year)}12`,
      months: '12',
      baseFen: yuan(BASE_FEN),
      personalRate: '8',
      accountRate: '8',
      creditedFen: yuan(creditedFen),
      interestFen: yuan(interestFen),
      balanceFen: yuan(balanceFen),
    });
  }
  const pooledFen = FULL_YEARS * shareFen(BASE_FEN, 12, INFO_FORM_RULES.pooledRate);
  return {
    receivedOn: officeDate,
    transferredOn: officeDate,
    personalBefore1998Fen: '0.00',
    accountUntilLastYearFen: yuan(balanceFen),
    accountThisYearFen: '0.00',
    accountTotalFen: yuan(balanceFen),
    pooledFundFen: yuan(pooledFen),
    totalFen: yuan(balanceFen + pooledFen),
    years,
  };
}
