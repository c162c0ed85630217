/** The info form of vector V2, row by row: nothing is wrong with its 34,206.44. */
import type { InfoFormDetail, InfoFormYearDetail } from '../../domain/facts/new-fact.ts';

export const OF_2023: InfoFormYearDetail = {
  fromMonth: '202301',
  toMonth: '202312',
  months: 12,
  baseFen: 1_000_000,
  personalRate: 0.08,
  accountRate: 0.08,
  creditedFen: 960_000,
  interestFen: 20_644,
  balanceFen: 980_644,
};
export const OF_2024: InfoFormYearDetail = {
  fromMonth: '202401',
  toMonth: '202405',
  months: 5,
  baseFen: 1_000_000,
  personalRate: 0.08,
  accountRate: 0.08,
  creditedFen: 400_000,
  interestFen: 0,
  balanceFen: 1_380_644,
};
export const V2: InfoFormDetail = {
  transferredOn: '2024-06-03',
  personalBefore1998Fen: 0,
  accountUntilLastYearFen: 980_644,
  accountThisYearFen: 400_000,
  accountTotalFen: 1_380_644,
  pooledFundFen: 2_040_000,
  totalFen: 3_420_644,
  years: [OF_2023, OF_2024],
};
