import { describe, expect, it } from 'vitest';
import { lastFourDigits, normalisePhone, phoneKind, takesSms } from '../../../domain/persons/phone.ts';

describe('telephone numbers', () => {
  it.each([
    ['13912345678', 'mobile'],
    ['+86 139-1234-5678', 'mobile'],
    ['008613912345678', 'mobile'],
    ['１３９12345678', 'mobile'],
    ['19912345678', 'mobile'],
    ['12012345678', 'unknown'],
    ['1391234567', 'unknown'],
    ['139123456789', 'unknown'],
    ['010-73043201', 'fixedLine'],
    ['+86 10 73043201', 'fixedLine'],
    ['+86 (0)10 73043201', 'fixedLine'],
    ['0553-8929110', 'fixedLine'],
    ['400-123-4567', 'fixedLine'],
    ['013912345678', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(phoneKind(text)).toBe(kind);
  });

  it('only a mobile takes an SMS', () => {
    expect([takesSms('13912345678'), takesSms('010-73043201'), takesSms('')]).toEqual([true, false, false]);
  });

  it('gives the digits that the insured person knows', () => {
    expect([lastFourDigits('139 1234 5678'), normalisePhone('(010) 7304-3201')]).toEqual(['5678', '01073043201']);
  });
});
