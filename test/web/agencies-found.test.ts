/** Another agency is found by the beginning of its code or its area’s, by initials in pinyin, or by every word of its name or place. */
import { expect, test } from 'vitest';
import { agenciesFound } from '../../web/src/pages/settings/agencies-found.ts';

const agency = (areaCode: string, name: string, address = '', area = areaCode) => ({
  areaCode,
  name,
  address,
  area,
  kind: area === areaCode ? ('pension' as const) : ('annuity' as const),
  channel: 'ems' as const,
  postcode: '',
  telephone: '',
  validFrom: '2010-01-01',
  validUntil: null,
  successor: null,
  hasAccount: false,
});
const all = [
  agency('310000', '样例市社会保险中心', '中山路 8 号'),
  agency('310101', '样例市黄浦分中心', '人民路 31 号'),
  agency('110102', '另一区中心', '中山街'),
  agency('NJ-310000', '年金样例处', '', '310000'),
];
const found = (typed: string): string[] => agenciesFound(all, typed).map(({ areaCode }) => areaCode);

test.each([
  ['', ['310000', '310101', '110102', 'NJ-310000']],
  ['  ', ['310000', '310101', '110102', 'NJ-310000']],
  ['31', ['310000', '310101', 'NJ-310000']],
  ['nj-31', ['NJ-310000']],
  ['ylhp', ['310101']],
  ['NJYL', ['NJ-310000']],
  ['３１０１', ['310101']],
  ['۳۱۰۱', ['310101']],
  ['0102', []],
  ['样例 黄浦', ['310101']],
  ['中山', ['310000', '110102']],
  ['中心 中山', ['310000', '110102']],
  ['没有', []],
])('%j', (typed, codes) => {
  expect(found(typed)).toEqual(codes);
});
