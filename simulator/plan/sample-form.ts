/** An info form that is complete and adds up, always the same one: for whoever needs any form at all, benchmark and tests. */
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';

export const aForm = (totalFen = 3_420_644): InfoFormDetail => ({
  personalBefore1998Fen: 0,
  accountUntilLastYearFen: 980_644,
  accountThisYearFen: 400_000,
  accountTotalFen: 1_380_644,
  pooledFundFen: 2_040_000,
  totalFen,
  years: [
    {
      fromMonth: '202501',
      toMonth: '202512',
      months: 12,
      baseFen: 1_000_000,
      creditedFen: 960_000,
      personalRate: 0.08,
    },
    { fromMonth: '202601', toMonth: '202605', months: 5, baseFen: 1_000_000, creditedFen: 400_000, personalRate: 0.08 },
  ],
});
