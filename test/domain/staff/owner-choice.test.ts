import { describe, expect, test } from 'vitest';
import type { Role } from '../../../domain/roles.ts';
import { chooseOwner, escalatedTo, type Colleague, type OwnerQuestion } from '../../../domain/staff/owner-choice.ts';

const DAY = '2026-03-10';
const colleague = (id: string, role: Role | readonly Role[], more: Partial<Colleague> = {}): Colleague => ({
  id,
  post: '',
  roles: [role].flat(),
  absences: [],
  ...more,
});
const away = (from: string, until: string | null = null, standInId: string | null = null) => ({
  absences: [{ from, until, standInId }],
});

function chosen(
  colleagues: readonly Colleague[],
  question: Partial<OwnerQuestion> = {},
  loads: Record<string, number> = {},
) {
  return chooseOwner(colleagues, (id) => loads[id] ?? 0, { role: 'reviewer', on: DAY, ...question });
}

const held = (staffId: string) => ({ staffId, managerHolds: true });
const owns = (staffId: string) => ({ staffId, managerHolds: false });

test('who has the role and least to do; of equal ones the first, so that the same facts give the same owner', () => {
  const three = [colleague('x', 'clerk'), colleague('a', 'reviewer'), colleague('b', ['clerk', 'reviewer'])];
  expect(chosen(three)).toEqual(owns('a'));
  expect(chosen(three, {}, { a: 2, b: 1 })).toEqual(owns('b'));
  expect(chosen(three, {}, { a: 1, b: 1 })).toEqual(owns('a'));
});

describe('who is away', () => {
  test.each([
    ['from today on', away(DAY), 'b'],
    ['today for the last day', away('2026-03-01', DAY), 'b'],
    ['until yesterday', away('2026-03-01', '2026-03-09'), 'a'],
    ['from tomorrow on', away('2026-03-11'), 'a'],
  ])('%s', (_when, absence, expected) => {
    expect(chosen([colleague('a', 'reviewer', absence), colleague('b', 'reviewer')], {}, { b: 9 })).toEqual(
      owns(expected),
    );
  });

  test('has a stand-in who is preferred as he is, if he has the role and is there', () => {
    const a = colleague('a', 'reviewer', away(DAY, null, 'c'));
    const [b, c] = [colleague('b', 'reviewer'), colleague('c', 'reviewer')];
    expect(chosen([a, b, c], { prefer: ['a'] }, { c: 5 })).toEqual(owns('c'));
    expect(chosen([a, b, colleague('c', 'clerk')], { prefer: ['a'] }, { b: 5 })).toEqual(owns('b'));
    expect(chosen([a, b, { ...c, ...away(DAY) }], { prefer: ['a'] }, { b: 5 })).toEqual(owns('b'));
  });
});

test('continuity goes before load, separation of duties before both', () => {
  const two = [colleague('a', 'reviewer'), colleague('b', 'reviewer')];
  expect(chosen(two, { prefer: ['b'] }, { b: 7 })).toEqual(owns('b'));
  expect(chosen(two, { prefer: ['b'], apartFrom: ['b'] }, { a: 7 })).toEqual(owns('a'));
});

test('the manager holds what nobody may do, then the administrator, then one of them who is away; never nobody', () => {
  const manager = colleague('m', 'manager');
  const administrator = colleague('s', 'administrator');
  const barred = { apartFrom: ['a'] };
  const a = colleague('a', 'reviewer');
  expect(chosen([a, manager, administrator], barred)).toEqual(held('m'));
  expect(chosen([a, { ...manager, ...away(DAY) }, administrator], barred)).toEqual(held('s'));
  expect(chosen([{ ...manager, ...away(DAY) }])).toEqual(held('m'));
  expect(chosen([a], barred)).toBeUndefined();
});

describe('what is late is told', () => {
  const told = (...colleagues: Colleague[]) => escalatedTo(colleagues, DAY);
  const [chief, second] = [colleague('chief', 'manager'), colleague('second', 'manager')];
  const [clerk, admin] = [colleague('clerk', 'clerk'), colleague('admin', 'administrator')];
  const absent = { ...chief, absences: [{ from: DAY, until: null, standInId: null, deputyId: 'clerk' }] };

  test('to a manager who is there, never to an absent one as long as somebody is in his place', () => {
    expect(told(admin, clerk, chief, second)).toBe('chief');
    expect(told(admin, clerk, absent, second)).toBe('second');
    expect(told(admin, clerk, absent)).toBe('clerk');
    expect(told(admin, { ...clerk, ...away(DAY) }, absent)).toBe('admin');
    expect(told({ ...chief, ...away('2026-03-01', '2026-03-09') }, second)).toBe('chief');
  });

  test('where everybody is away to the manager all the same, and to nobody in an empty office', () => {
    expect(told({ ...admin, ...away(DAY) }, { ...chief, ...away(DAY) })).toBe('chief');
    expect(told(clerk)).toBeUndefined();
  });
});
