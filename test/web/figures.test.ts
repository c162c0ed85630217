import { describe, expect, test } from 'vitest';
import { asOfQuery, isPast, liesAhead, until } from '../../web/src/api/as-of.ts';
import { casesAmong, figuresSearch, sheetItemsSearch, stepTimesSearch } from '../../web/src/figures-params.ts';
import { rankingOf } from '../../web/src/pages/figures/ranking.ts';
import { waterfallOf } from '../../web/src/pages/figures/waterfall-steps.ts';
import { newestTelling } from '../../web/src/pages/today/newest-telling.ts';
import { casesSearch } from '../../web/src/search-params.ts';
import { completion } from './mock-office.ts';

const three = <T>(value: T) => ({ '1': value, '2': value, '3': value });

function group(key: string, cohort: number, mature: number, closed: number) {
  const rates = three(mature === 0 ? null : ((100 * closed) / mature).toFixed(2));
  return {
    key,
    name: null,
    periods: null,
    attempts: {
      cohort,
      closedWithin: three(closed),
      notClosed: cohort - closed,
      stillOpen: cohort - closed,
      rates,
      mature: { denominators: three(mature), rates },
    },
  };
}

describe('the month that is shown first', () => {
  const [april, may, june] = [
    group('2026-04', 100, 100, 90),
    group('2026-05', 100, 95, 80),
    group('2026-06', 100, 94, 3),
  ];

  test('is the newest of which 95 % are mature', () => {
    expect(newestTelling([april, may, june])).toEqual({ month: '2026-05', isMature: true });
    expect(newestTelling([april])).toEqual({ month: '2026-04', isMature: true });
  });

  test('is else the newest in which something is closed, and there may be none', () => {
    const begun = group('2026-07', 5, 0, 0);
    expect(newestTelling([june, begun])).toEqual({ month: '2026-06', isMature: false });
    expect(newestTelling([begun, group('2026-08', 0, 0, 0)])).toBeUndefined();
  });
});

describe('a ranking of other offices', () => {
  test('leaves out those with fewer than ten mature cases, and gives equal rates one rank', () => {
    const groups = [group('a', 40, 20, 10), group('b', 12, 9, 9), group('c', 20, 10, 9), group('d', 30, 20, 18)];
    const { ranked, tooSmall } = rankingOf(groups);
    expect(ranked.map(({ group: { key }, rank }) => [key, rank])).toEqual([['c', 1], ['d', 1], ['a', 3]]); // prettier-ignore
    expect(tooSmall.map(({ key }) => key)).toEqual(['b']);
  });
});

test('a waterfall falls from what was accepted to nothing', () => {
  const { attempts } = completion('2026-06-01', '2026-06-30');
  const falls = waterfallOf(attempts!);
  expect(falls[0]).toMatchObject({ bucket: 'accepted', count: 318, base: 0 });
  expect(falls.find(({ bucket }) => bucket === 'withdrawnBeforeFirstLetter')).toMatchObject({ count: 1, base: 310 });
  expect(falls.find(({ bucket }) => bucket === 'closedAt1')).toMatchObject({ count: 273, base: 37 });
  expect(falls.find(({ bucket }) => bucket === 'endedOtherwise')).toMatchObject({ count: 2, base: 4 });
  expect(falls.at(-1)).toMatchObject({ bucket: 'stillOpen', count: 4, base: 0 });
});

describe('the day as of which one looks', () => {
  test('goes to the office as a day and an instant', () => {
    expect(asOfQuery({})).toEqual({});
    expect(asOfQuery({ asOf: '2026-05-31', knownAt: '2026-06-01T09:30' })).toEqual({
      asOf: '2026-05-31',
      knownAt: '2026-06-01T01:30:00.000Z',
    });
  });

  test('is of the past unless it is today, and none of the future is asked for', () => {
    expect(isPast({}, '2026-06-08')).toBe(false);
    expect(isPast({ asOf: '2026-06-08' }, '2026-06-08')).toBe(false);
    expect(isPast({ asOf: '2026-06-07' }, '2026-06-08')).toBe(true);
    expect(isPast({ knownAt: '2026-06-08T08:00' }, '2026-06-08')).toBe(true);
    expect(liesAhead({ asOf: '2026-06-09' }, '2026-06-08')).toBe('2026-06-09');
    expect(liesAhead({ asOf: '2026-06-08', knownAt: '2026-06-09T00:00' }, '2026-06-08')).toBe('2026-06-09');
    expect(liesAhead({ asOf: '2026-06-08' }, '2026-06-08')).toBeUndefined();
  });

  test('ends a period that has not ended', () => {
    expect(until('2026-06-30', {}, '2026-06-08')).toBe('2026-06-08');
    expect(until('2026-05-31', {}, '2026-06-08')).toBe('2026-05-31');
    expect(until('2026-05-31', { asOf: '2026-05-10' }, '2026-06-08')).toBe('2026-05-10');
  });
});

test('an address of figures that was mistyped leads to something sensible', () => {
  const bad = {
    view: 'x',
    month: '2026-13',
    by: 'name',
    asOf: '2026-99-99',
    knownAt: '2026-06-01T24:00',
    direction: 'up',
  };
  expect(figuresSearch(bad)).toEqual({});
  const good = { view: 'trend', month: '2026-05', asOf: '2026-05-31', knownAt: '2026-06-01T09:30', direction: 'out' };
  expect(figuresSearch(good)).toEqual(good);
  expect(casesAmong({ by: 'scheme' })).toEqual({});
  expect(casesSearch({ bucket: 'stillOpen', by: 'category', group: '4050', knownAt: '2026-06-01' })).toEqual({
    direction: 'in',
    bucket: 'stillOpen',
    by: 'category',
    group: '4050',
  });
  expect(sheetItemsSearch({ figure: 'toString', step: 'no step', from: '1' })).toEqual({
    direction: 'in',
    figure: 'inTransit',
  });
  expect(stepTimesSearch({ party: 'zz', inTime: 'maybe' })).toEqual({ party: 'own' });
});

test('an address says the same when it is read once more: typed, or as the page that it opened wrote it', () => {
  const sheet = sheetItemsSearch({ direction: 'out', figure: 'inTransit', withoutStep: 'true' });
  expect(sheet).toMatchObject({ withoutStep: true });
  expect(sheetItemsSearch({ ...sheet })).toEqual(sheet);
  const times = stepTimesSearch({ party: 'own', inTime: 'true' });
  expect(times).toMatchObject({ inTime: true });
  expect(stepTimesSearch({ ...times })).toEqual(times);
});
