import type { WrittenCoreTemplate } from '../template.ts';

const headers = { authorization: 'Bearer {env.CORE_SECRET}' };

/** What the simulated core system speaks, and any program that was written between Baton and a real one: JSON, amounts in fen. */
export const BATON_CORE: WrittenCoreTemplate = {
  name: 'baton',
  about: 'JSON; the account of a number, a batch under its own number, receipts since a day',
  account: {
    request: {
      address: '{env.CORE_URL}/account',
      headers,
      body: { json: { idNumber: '{idNumber}', name: '{name}' } },
    },
    rows: 'rows',
    row: {
      areaCode: 'areaCode',
      fromMonth: 'fromMonth',
      toMonth: 'toMonth',
      nature: 'nature',
      base: 'baseFen',
      employer: 'employerFen',
      personal: 'personalFen',
      credited: 'creditedFen',
      interest: 'interestFen',
      paidOn: 'paidOn',
      paperKind: 'paper.kind',
      paperIssuer: 'paper.issuer',
      paperDatedOn: 'paper.datedOn',
    },
    facts: {
      personalNo: 'personalNo',
      employer: 'employer',
      workSince: 'workSince',
      pooledSince: 'pooledSince',
      firstPaid: 'firstPaid',
      accountSince: 'accountSince',
      pooledFromElsewhere: 'pooledFromElsewhereFen',
    },
    form: {
      personalBefore1998: 'form.personalBefore1998Fen',
      accountUntilLastYear: 'form.accountUntilLastYearFen',
      accountThisYear: 'form.accountThisYearFen',
      accountTotal: 'form.accountTotalFen',
      pooledFund: 'form.pooledFundFen',
      total: 'form.totalFen',
    },
  },
  batch: {
    request: { address: '{env.CORE_URL}/batches', headers, body: { json: { number: '{number}', forms: '{forms}' } } },
    form: {
      id: '{infoFormId}',
      caseNo: '{caseNo}',
      idNumber: '{idNumber}',
      name: '{name}',
      months: '{months}',
      personalBefore1998Fen: '{personalBefore1998}',
      accountUntilLastYearFen: '{accountUntilLastYear}',
      accountThisYearFen: '{accountThisYear}',
      accountTotalFen: '{accountTotal}',
      pooledFundFen: '{pooledFund}',
      totalFen: '{total}',
    },
    taken: { number: { match: '^HX' } },
  },
  receipts: {
    request: { method: 'GET', address: '{env.CORE_URL}/receipts', query: { since: '{since}' }, headers },
    items: 'items',
    item: { serial: 'serial', answers: 'answers', amount: 'amountFen', bookedOn: 'bookedOn' },
  },
};
