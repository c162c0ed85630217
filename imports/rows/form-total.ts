import type { NewFactDetail } from '../../domain/facts/new-fact.ts';

/** Old ledgers and lists know only line ⑥ of an info form. */
export function formOfTotal(totalFen: number): NewFactDetail {
  const form = {
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: 0,
    accountThisYearFen: 0,
    accountTotalFen: 0,
    pooledFundFen: 0,
    totalFen,
    years: [],
  };
  return { kind: 'infoFormReceived', form };
}
