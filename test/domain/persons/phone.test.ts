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
    ['+852 5123 4567', 'abroad'],
    ['00852-51234567', 'abroad'],
    ['+852 1123 4567', 'unknown'],
    ['+852 512 3456', 'unknown'],
    ['+853 6612 3456', 'abroad'],
    ['+853 4612 3456', 'unknown'],
    ['+886 912 345 678', 'abroad'],
    ['+886 0912345678', 'unknown'],
    ['+1 (212) 555-0100', 'abroad'],
    ['+44 20 7946 0958', 'abroad'],
    ['+0 1234567', 'unknown'],
    ['+1234567890123456', 'unknown'],
    ['85251234567', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(phoneKind(text)).toBe(kind);
  });

  it('only a mobile takes an SMS', () => {
    expect([takesSms('13912345678'), takesSms('010-73043201'), takesSms('')]).toEqual([true, false, false]);
  });

  it('sends abroad only where the gateway may', () => {
    expect([
      takesSms('+852 51234567'),
      takesSms('+852 51234567', ['+852']),
      takesSms('+81 90 1234 5678', ['+852']),
    ]).toEqual([false, true, false]);
    expect([normalisePhone('00852 5123-4567'), normalisePhone('0086 139 1234 5678')]).toEqual([
      '+85251234567',
      '13912345678',
    ]);
  });

  it('gives the digits that the insured person knows', () => {
    expect([lastFourDigits('139 1234 5678'), normalisePhone('(010) 7304-3201')]).toEqual(['5678', '01073043201']);
  });
});
