import { expect, test } from 'vitest';
import { givenOf } from '../../../domain/practice/given.ts';
import { EXERCISES, exercisesOf, optionsOf } from '../../../domain/practice/index.ts';
import { judge } from '../../../domain/practice/judge.ts';
import { checkWaybill } from '../../../domain/letters/waybill.ts';
import { birthDateOf, checkResidentId } from '../../../domain/persons/resident-id.ts';
import { ROLES } from '../../../domain/roles.ts';

const the = { given: givenOf(7), caseNos: ['IN20260300007', 'IN20260300008'] };

test('each role has its exercises, and each exercise a hundred points', () => {
  for (const role of ROLES) expect([role, exercisesOf([role]).length > 0]).toEqual([role, true]);
  for (const { key, rules } of EXERCISES) {
    const all = rules(the);
    expect([key, all.reduce((sum, { points }) => sum + points, 0)]).toEqual([key, 100]);
    expect(new Set(all.map((rule) => rule.key)).size).toBe(all.length);
  }
});

test.each(EXERCISES)(
  '$key: whoever does nothing has the points of what he did not do wrong, and no others',
  (exercise) => {
    const { score, rules } = judge(exercise, the, { recorded: [] });
    const harmless = exercise.rules(the).filter(({ notRecorded }) => notRecorded);
    expect(rules.filter(({ kept }) => kept).map(({ rule }) => rule)).toEqual(harmless.map(({ key }) => key));
    expect(score).toBeLessThan(50);
  },
);

test('an answer is taken as it is meant, and the same act about another case is not', () => {
  const [duplicate, review] = [
    EXERCISES.find(({ key }) => key === 'findDuplicate')!,
    EXERCISES.find(({ key }) => key === 'whichFormIsRight')!,
  ];
  expect(judge(duplicate, the, { recorded: [], answer: ' ｉｎ20260300007 ' }).score).toBe(100);
  const approved = { what: 'secondReviewed', with: { reason: 'none' } };
  expect(judge(review, the, { recorded: [{ ...approved, about: 0 }] }).score).toBe(40);
  expect(judge(review, the, { recorded: [{ ...approved, about: 1 }] }).score).toBe(0);
});

test('its person is made up and whole, young enough or a pensioner, and another with every number', () => {
  const numbers = Array.from({ length: 2100 }, (_, index) => index + 1);
  expect(new Set(numbers.map((number) => givenOf(number).idNumber)).size).toBe(2100);
  for (const number of [1, 999, 1000, 123_456]) {
    const { idNumber, waybill } = givenOf(number);
    expect(checkResidentId(idNumber)).toMatchObject({ ok: true });
    expect(checkWaybill(waybill)).toMatchObject({ ok: true });
    expect(birthDateOf(idNumber) >= '1990').toBe(true);
    expect(birthDateOf(givenOf(number, { isPensioner: true }).idNumber) < '1956').toBe(true);
  }
});

test('options come in another order at the next number, all of them', () => {
  const told = EXERCISES.find(({ key }) => key === 'tellByPhone')!;
  expect(new Set([3, 4, 5].map((number) => optionsOf(told, number)[0])).size).toBe(3);
  expect([...optionsOf(told, 4)].sort()).toEqual(['applyAgain', 'askThere', 'newLetter']);
  expect(optionsOf(EXERCISES[0]!, 4)).toEqual([]);
});
