import { expect, test } from 'vitest';
import type { Contribution, LumpSumPaper } from '../../../domain/contributions/contribution.ts';
import { notTransferable } from '../../../domain/contributions/lump-sums.ts';

const year = (of: number, paidOn: string, paper?: LumpSumPaper): Contribution => ({
  areaCode: '110102',
  fromMonth: `${String(of)}01`,
  toMonth: `${String(of)}12`,
  nature: 'lumpSum',
  baseFen: 300_000,
  employerFen: 576_000,
  personalFen: 288_000,
  creditedFen: 288_000,
  interestFen: null,
  paidOn,
  paper,
});

const threeYears = (paidOn: string, paper?: LumpSumPaper) => [2010, 2011, 2012].map((of) => year(of, paidOn, paper));

const reasonsOf = (rows: readonly Contribution[]) => notTransferable(rows).flatMap(({ reasons }) => reasons);

const judgment: LumpSumPaper = { kind: 'legalDocument', issuer: 'court', datedOn: '2018-03-01' };

test('less than 36 months at once need no paper', () => {
  expect(notTransferable(threeYears('2018-04-01').slice(0, 2))).toEqual([]);
});

test('36 months paid on two days are not paid at once', () => {
  expect(notTransferable([...threeYears('2018-04-01').slice(0, 2), year(2012, '2018-04-02')])).toEqual([]);
});

test.each<[string, string, LumpSumPaper | undefined, string[]]>([
  ['no paper', '2018-04-01', undefined, ['paperMissing']],
  ['a judgment from before the payment', '2018-04-01', judgment, []],
  ['a judgment of the day of the payment', '2018-03-01', judgment, ['paperLater']],
  ['a judgment from after the payment', '2018-02-01', judgment, ['paperLater']],
  ['a judgment without a day', '2018-04-01', { kind: 'legalDocument', issuer: 'court' }, ['paperUndated']],
  [
    'a document of nobody who may make one',
    '2018-04-01',
    { kind: 'legalDocument', datedOn: '2018-03-01' },
    ['paperNotEnough'],
  ],
  ['a commitment, before the rule changed', '2016-11-27', { kind: 'commitment' }, []],
  ['a commitment, since the rule has changed', '2016-11-28', { kind: 'commitment' }, ['paperNotEnough']],
  ['an agreement on a deferral', '2018-04-01', { kind: 'deferral' }, []],
  ['an order of the collector', '2018-04-01', { kind: 'collectorOrder' }, []],
])('%s', (_, paidOn, paper, reasons) => {
  expect(reasonsOf(threeYears(paidOn, paper))).toEqual(reasons);
});

test('what has its paper moves, though more was paid on that day', () => {
  const rows = [...threeYears('2018-04-01', judgment), year(2013, '2018-04-01')];

  expect(notTransferable(rows)).toEqual([expect.objectContaining({ months: 12, rows: [3] })]);
});
