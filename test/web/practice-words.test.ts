/** Every exercise, rule and stop of a tour has its words, and each tour is as long as one listens. */
import { describe, expect, test } from 'vitest';
import { EXERCISES } from '../../domain/practice/index.ts';
import { ROLES } from '../../domain/roles.ts';
import { en } from '../../web/src/i18n/en/index.ts';
import { fa } from '../../web/src/i18n/fa/index.ts';
import { ko } from '../../web/src/i18n/ko/index.ts';
import { vi } from '../../web/src/i18n/vi/index.ts';
import { zhCN } from '../../web/src/i18n/zh-cn/index.ts';
import { stopsOf, tourOf, TOURS } from '../../web/src/tour/tours.ts';

const sorted = (words: Iterable<string>): string[] => [...words].sort();

describe.each([
  ['en', en],
  ['zh-CN', zhCN],
  ['ko', ko],
  ['vi', vi],
  ['fa', fa],
])('in %s', (_, { practice, tour }) => {
  test('every exercise, option and rule has its words, and there are no others', () => {
    const rules = EXERCISES.flatMap(({ rules: of }) => of({ given: {} as never, caseNos: [] }).map(({ key }) => key));
    const options = EXERCISES.flatMap((exercise) => ('options' in exercise ? [...(exercise.options ?? [])] : []));
    expect(sorted(Object.keys(practice.exercises))).toEqual(sorted(EXERCISES.map(({ key }) => key)));
    expect(sorted(Object.keys(practice.rules))).toEqual(sorted(new Set(rules)));
    expect(sorted(Object.keys(practice.options))).toEqual(sorted(new Set(options)));
  });

  test('every stop of a tour says something', () => {
    const used = new Set(Object.values(TOURS).flatMap((one) => stopsOf(one).map(({ key }) => key)));
    expect(sorted(Object.keys(tour.stops))).toEqual(sorted(used));
  });
});

test('each role has a tour of five to eight stops, and whoever has several sees that of the manager', () => {
  for (const role of ROLES) {
    expect([role, TOURS[role].stops.length >= 5 && TOURS[role].stops.length <= 8]).toEqual([role, true]);
    // Two stops are of the practice office: without them it is a tour still.
    expect(tourOf([role])).toBe(TOURS[role]);
  }
  expect(tourOf(['letterClerk', 'manager'])).toBe(TOURS.manager);
});
