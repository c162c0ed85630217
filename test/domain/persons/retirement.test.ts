import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearRetirement, minimumContributionMonths, retirementOf } from '../../../domain/persons/retirement.ts';

describe('retirement age', () => {
  it.each([
    ['man60', '1964-12-31', 60, 0, '2024-12'],
    ['man60', '1965-01-01', 60, 1, '2025-02'],
    ['man60', '1965-04-30', 60, 1, '2025-05'],
    ['man60', '1965-05-01', 60, 2, '2025-07'],
    ['man60', '1965-09-15', 60, 3, '2025-12'],
    ['man60', '1976-08-01', 62, 11, '2039-07'],
    ['man60', '1976-09-01', 63, 0, '2039-09'],
    ['man60', '1999-01-01', 63, 0, '2062-01'],
    ['woman55', '1969-12-01', 55, 0, '2024-12'],
    ['woman55', '1970-01-31', 55, 1, '2025-02'],
    ['woman55', '1990-01-31', 58, 0, '2048-01'],
    ['woman50', '1975-02-10', 50, 1, '2025-03'],
    ['woman50', '1975-03-10', 50, 2, '2025-05'],
    ['woman50', '1990-01-31', 55, 0, '2045-01'],
  ] as const)('%s born %s retires at %i years %i months, in %s', (kind, born, years, months, retiresIn) => {
    expect(retirementOf(kind, born)).toEqual({ years, months, retiresIn });
  });

  it('never lets a later birth retire earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2000 }), fc.integer({ min: 1, max: 11 }), (year, month) => {
        const born = (of: number): string => `${String(year)}-${String(of).padStart(2, '0')}-15`;
        for (const kind of ['man60', 'woman55', 'woman50'] as const)
          expect(retirementOf(kind, born(month + 1)).retiresIn > retirementOf(kind, born(month)).retiresIn).toBe(true);
      }),
    );
  });

  it('is near within so many months, and past', () => {
    expect(isNearRetirement('man60', '1965-09-15', '2024-12-31', 12)).toBe(true);
    expect(isNearRetirement('man60', '1965-09-15', '2024-11-30', 12)).toBe(false);
    expect(isNearRetirement('man60', '1950-01-01', '2026-01-01', 12)).toBe(true);
  });

  it.each([
    [2029, 180],
    [2030, 186],
    [2039, 240],
    [2050, 240],
  ])('in %i a pension needs %i months', (year, months) => {
    expect(minimumContributionMonths(year)).toBe(months);
  });
});
