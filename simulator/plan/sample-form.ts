/** An info form that adds up, always of the same person: for whoever needs any form at all, benchmark and tests. */
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';

const UNTIL_LAST_YEAR_FEN = 980_644;
const THIS_YEAR_FEN = 400_000;
const ACCOUNT_FEN = UNTIL_LAST_YEAR_FEN + THIS_YEAR_FEN;

/** Of another total the pooled part is another, or all of it. */
export const aForm = (totalFen = 3_420_644): InfoFormDetail => ({
  personalBefore1998Fen: 0,
  ...(totalFen < ACCOUNT_FEN
    ? { accountUntilLastYearFen: 0, accountThisYearFen: 0, accountTotalFen: 0, pooledFundFen: totalFen }
    : {
        accountUntilLastYearFen: UNTIL_LAST_YEAR_FEN,
        accountThisYearFen: THIS_YEAR_FEN,
        accountTotalFen: ACCOUNT_FEN,
        pooledFundFen: totalFen - ACCOUNT_FEN,
      }),
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
