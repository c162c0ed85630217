import { describe, expect, it } from 'vitest';
import { ageOn, hasReachedTemporaryAccountAge } from '../../../domain/persons/temporary-account.ts';

describe('temporary account', () => {
  it('counts completed years', () => {
    expect([ageOn('1976-05-11', '2026-05-10'), ageOn('1976-05-11', '2026-05-11')]).toEqual([49, 50]);
    expect([ageOn('2004-02-29', '2025-02-28'), ageOn('2004-02-29', '2025-03-01')]).toEqual([20, 21]);
  });

  it.each([
    ['male', '1976-05-12', false],
    ['male', '1976-05-11', true],
    ['female', '1986-05-12', false],
    ['female', '1986-05-11', true],
  ] as const)('%s born %s on 2026-05-11: %s', (sex, born, reached) => {
    expect(hasReachedTemporaryAccountAge({ male: 50, female: 40 }, sex, born, '2026-05-11')).toBe(reached);
  });

  it('has the ages of the dated rule', () => {
    expect(hasReachedTemporaryAccountAge({ male: 53, female: 43 }, 'male', '1974-05-11', '2026-05-11')).toBe(false);
  });
});
