import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthDateOf,
  bornOnOf,
  checkResidentId,
  lastSixOf,
  maskResidentId,
  sexOf,
  sexSaidBy,
  upgradeLegacyId,
} from '../../../domain/persons/resident-id.ts';
import { residentId, wrongCheckDigit } from '../../builders/persons.ts';

const defectsOf = (text: string, bornBy?: string): readonly string[] => {
  const checked = checkResidentId(text, bornBy === undefined ? {} : { bornBy });
  return checked.ok ? [] : checked.defects;
};

describe('citizen identity numbers', () => {
  it.each(['360426199101010071', '110102199912310357'])('accepts %s', (id) => {
    expect(checkResidentId(id)).toEqual({ ok: true, id, kind: 'resident' });
  });

  it.each([
    ['360426199101010072', ['checkDigit']],
    ['440524188001010014', ['birthDate']],
    ['110102198702300017', ['birthDate']],
    ['110102198702300018', ['birthDate', 'checkDigit']],
    ['', ['missing']],
    ['  ', ['missing']],
    ['11010219991231035', ['length']],
    ['1101021999123103577', ['length']],
    ['11010219991231O357', ['form']],
    ['1101021999123103X7', ['form']],
    ['010102199912310357', ['form']],
    ['11010219991231035\u0000', ['form']],
  ])('names everything wrong with %j', (text, defects) => {
    expect(defectsOf(text)).toEqual(defects);
  });

  it('forgives full-width digits, blanks and a small x', () => {
    const id = residentId('1987-03-05', 6);
    const withX = Array.from({ length: 99 }, (_, sequence) => residentId('1987-03-05', sequence)).find((one) =>
      one.endsWith('X'),
    );
    expect(checkResidentId(withX?.toLowerCase() ?? '')).toMatchObject({ ok: true, id: withX });
    const fullWidth = id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(checkResidentId(` ${fullWidth} `)).toMatchObject({ ok: true, id });
  });

  it('reads old numbers of 15 digits as 18', () => {
    expect(checkResidentId('360426910101007')).toEqual({ ok: true, id: '360426199101010071', kind: 'legacy' });
    expect(defectsOf('360426911301007')).toEqual(['birthDate']);
    expect(upgradeLegacyId('360426910101007')).toBe('360426199101010071');
  });

  it('accepts residence permits and foreigners’ cards', () => {
    for (const area of ['810000', '820000', '830000'])
      expect(checkResidentId(residentId('1990-07-01', 11, area))).toMatchObject({ ok: true, kind: 'residencePermit' });
    expect(checkResidentId('911124198108030024')).toMatchObject({ ok: true, kind: 'foreignersCard' });
  });

  it('accepts the foreigners’ cards of 15 characters, which hold until they expire', () => {
    expect(checkResidentId('usa 1100 781010 03')).toEqual({
      ok: true,
      id: 'USA110078101003',
      kind: 'oldForeignersCard',
    });
    expect([bornOnOf('USA110078101003'), bornOnOf('GBR310004022901'), sexSaidBy('USA110078101003')]).toEqual([
      '1978-10-10',
      '2004-02-29',
      null,
    ]);
    expect(defectsOf('USA110078131003')).toEqual(['birthDate']);
    expect(defectsOf('USA110014101003', '2014-01-01')).toEqual(['birthDate']);
    expect(defectsOf('CHN110078101003')).toEqual(['form']);
    expect(defectsOf('US1110078101003')).toEqual(['form']);
    expect(defectsOf('USA1100781010031')).toEqual(['length']);
  });

  it('knows the places of permits and the countries of cards', () => {
    expect(defectsOf(residentId('1990-07-01', 11, '810101'))).toEqual(['form']);
    expect(defectsOf(residentId('1990-07-01', 11, '911156'))).toEqual(['form']);
    expect(defectsOf('911124198108034')).toEqual(['form']);
    expect(defectsOf('810000680101123')).toEqual(['form']);
    for (const place of ['911158', '911344', '911446'])
      expect(defectsOf(residentId('1990-07-01', 11, place))).toEqual(['form']);
    for (const country of ['HKG', 'MAC', 'TWN']) expect(defectsOf(`${country}110078101003`)).toEqual(['form']);
  });

  it('knows nobody born after the day of the request', () => {
    expect(defectsOf(residentId('2026-05-12', 1), '2026-05-11')).toEqual(['birthDate']);
    expect(defectsOf(residentId('2026-05-11', 1), '2026-05-11')).toEqual([]);
  });

  it('tells birth date, sex and last six, and masks the rest', () => {
    expect(birthDateOf('110102199912310357')).toBe('1999-12-31');
    expect([sexOf('110102199912310357'), sexOf('360426199101010071'), sexOf(residentId('1990-01-01', 2))]).toEqual([
      'male',
      'male',
      'female',
    ]);
    expect(lastSixOf('110102199912310357')).toBe('310357');
    expect(maskResidentId('110102199912310357')).toBe('110***********0357');
    expect(maskResidentId('12345')).toBe('*****');
  });

  it('accepts every generated number and sees every single wrong digit', () => {
    const born = fc.integer({ min: 1940, max: 2008 }).map((year) => `${String(year)}-06-15`);
    fc.assert(
      fc.property(born, fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (birth, sequence, position, shift) => {
        const id = residentId(birth, sequence);
        expect(checkResidentId(id)).toMatchObject({ ok: true, id });
        expect(defectsOf(wrongCheckDigit(id))).toEqual(['checkDigit']);
        const digit = String((Number(id.charAt(position)) + shift) % 10);
        expect(checkResidentId(id.slice(0, position) + digit + id.slice(position + 1)).ok).toBe(false);
      }),
    );
  });
});
