/** Figures that moved are told in words, whichever the API names. */
import { expect, test } from 'vitest';
import { movedFigures } from '../../db/metrics/moved-figures.ts';
import { en } from '../../web/src/i18n/en/index.ts';
import { zhCN } from '../../web/src/i18n/zh-cn/index.ts';
import { figureWord } from '../../web/src/pages/belated-facts/figure-word.ts';
import { completion } from './mock-office.ts';

const wordsIn = (messages: object) => (key: string) =>
  key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], messages) as
    string | undefined;
const ratio = { numerator: 1, denominator: 2, rate: '50.00' };
const OUT = { due: 2, inPeriod: ratio, second: ratio, withinTwoLimits: ratio, sameMonth: ratio };
const namesOf = (answer: object | null): string[] => movedFigures(null, answer).map(({ figure }) => figure);
const ALL = [...namesOf(completion('2026-05-01', '2026-05-31').attempts), ...namesOf(OUT)];

test.each([
  ['en', en],
  ['zh-CN', zhCN],
] as const)('each has a word of its own (%s), but what those beside it say already', (_, messages) => {
  const named = ALL.map((figure) => [figure, figureWord(figure, wordsIn(messages))] as const);
  const without = named.filter(([, word]) => word === undefined).map(([figure]) => figure);
  expect(without).toEqual(['furtherLegs', 'shown.1', 'shown.2', 'shown.3', 'otherReading.name']);
  const words = named.flatMap(([, word]) => (word === undefined ? [] : [word]));
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => /\b[a-z]+[A-Z]\w*|\./.test(word))).toEqual([]);
});

test('a rate says of which attempts, and of the mature apart', () => {
  const word = (figure: string) => figureWord(figure, wordsIn(en));
  expect(word('closedWithin.1')).toBe('Closed within the first attempt');
  expect(word('rates.2')).toBe('Rate · Within two attempts');
  expect(word('mature.rates.2')).toBe('Rate · Within two attempts · of the mature');
  expect(word('inPeriod.numerator')).toBe('Transfer-out: in the period');
});
