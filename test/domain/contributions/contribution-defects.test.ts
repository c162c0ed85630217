import { expect, test } from 'vitest';
import type { Contribution } from '../../../domain/contributions/contribution.ts';
import { contributionDefects, overlapping } from '../../../domain/contributions/contribution-defects.ts';

const row: Contribution = {
  areaCode: '110102',
  fromMonth: '202301',
  toMonth: '202312',
  nature: 'regular',
  baseFen: 1_000_000,
  employerFen: 1_920_000,
  personalFen: 960_000,
  creditedFen: 960_000,
  interestFen: 20_644,
};
const lump: Contribution = { ...row, nature: 'lumpSum', paidOn: '2024-01-05' };
const defectsOf = (one: Contribution) =>
  contributionDefects(one, '2024-06-20').map(({ field, code }) => `${field} ${code}`);

test('a row as it should be has none', () => {
  expect(defectsOf(row)).toEqual([]);
  expect(defectsOf(lump)).toEqual([]);
  expect(defectsOf({ ...row, nature: 'fixedAmount', baseFen: null })).toEqual([]);
  const interest = { baseFen: null, employerFen: 0, personalFen: 0, creditedFen: 0 };
  expect(defectsOf({ ...row, ...interest, nature: 'interestOnly' })).toEqual([]);
});

test.each<[string, Contribution, string[]]>([
  ['a month that is none', { ...row, fromMonth: '202313' }, ['fromMonth month']],
  ['a span over the turn of a year', { ...row, fromMonth: '202211' }, ['toMonth crossesYear']],
  ['a span that runs backwards', { ...row, fromMonth: '202312', toMonth: '202311' }, ['toMonth monthOrder']],
  ['a start before 1950', { ...row, fromMonth: '194901', toMonth: '194912' }, ['fromMonth before1950']],
  ['months to come', { ...row, fromMonth: '202407', toMonth: '202408' }, ['toMonth future']],
  ['a base of zero', { ...row, baseFen: 0 }, ['baseFen baseZero']],
  ['an amount without a base', { ...row, baseFen: null }, ['baseFen amountWithoutBase']],
  ['a fixed amount with a base', { ...row, nature: 'fixedAmount' }, ['baseFen baseOfFixedAmount']],
  ['an amount below zero', { ...row, personalFen: -1 }, ['personalFen amount']],
  ['nothing at all', { ...row, employerFen: 0, personalFen: 0, creditedFen: 0 }, ['personalFen nothingPaid']],
  ['more credited than paid', { ...row, creditedFen: 2_880_001 }, ['creditedFen creditedAbovePaid']],
  ['interest and money in one', { ...row, nature: 'interestOnly', baseFen: null }, ['nature paidWithoutMonths']],
  ['a lump sum of no day', { ...lump, paidOn: undefined }, ['paidOn paidOnMissing']],
  ['a lump sum paid before its months', { ...lump, paidOn: '2022-12-31' }, ['paidOn paidBefore']],
  ['a lump sum that is still to be paid', { ...lump, paidOn: '2024-06-21' }, ['paidOn future']],
  ['a paper of tomorrow', { ...lump, paper: { kind: 'commitment', datedOn: '2024-06-21' } }, ['paper future']],
])('%s', (_, one, expected) => {
  expect(defectsOf(one)).toEqual(expected);
});

test('all of it is said at once', () => {
  expect(defectsOf({ ...lump, fromMonth: '194911', baseFen: 0, creditedFen: -1, paidOn: undefined })).toEqual([
    'fromMonth before1950',
    'toMonth crossesYear',
    'creditedFen amount',
    'baseFen baseZero',
    'paidOn paidOnMissing',
  ]);
});

test('a month claimed twice in one place is an overlap, in two places it is not', () => {
  const half = { ...row, fromMonth: '202306' };
  expect(overlapping([row, half])).toEqual([1]);
  expect(overlapping([row, { ...half, areaCode: '430100' }])).toEqual([]);
  expect(overlapping([row, { ...row, nature: 'interestOnly' }])).toEqual([]);
});
