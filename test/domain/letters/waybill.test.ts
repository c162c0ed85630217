import { describe, expect, it } from 'vitest';
import { checkWaybill, isS10, s10CheckDigit } from '../../../domain/letters/waybill.ts';

describe('waybill numbers', () => {
  it.each([
    ['47312482', 9],
    ['12345678', 5],
    ['87654321', 6],
    ['00000000', 5],
    ['10000000', 3],
  ])('%s has the check digit %i', (serial, digit) => {
    expect(s10CheckDigit(serial)).toBe(digit);
  });

  it('knows S10 numbers of any country', () => {
    expect(['RB123456785GB', 'RB123456786US', 'RB12345678GB'].map(isS10)).toEqual([true, false, false]);
  });

  it.each([
    ['1155157994784', { ok: true, waybill: '1155157994784', kind: 'domestic' }],
    [' １155157994784 ', { ok: true, waybill: '1155157994784', kind: 'domestic' }],
    ['ee473124829cn', { ok: true, waybill: 'EE473124829CN', kind: 's10' }],
    ['EE473124828CN', { ok: false, defect: 'checkDigit' }],
    ['EE473124829GB', { ok: false, defect: 'form' }],
    ['ABC', { ok: false, defect: 'form' }],
    ['', { ok: false, defect: 'form' }],
    ['115515799478', { ok: false, defect: 'form' }],
    ['11551579947841', { ok: false, defect: 'form' }],
    ['1.15516E+12', { ok: false, defect: 'form' }],
  ])('%j is read for what it is', (text, checked) => {
    expect(checkWaybill(text)).toEqual(checked);
  });
});
