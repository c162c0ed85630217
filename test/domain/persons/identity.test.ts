import { describe, expect, it } from 'vitest';
import { readIdentity, type Papers } from '../../../domain/persons/identity.ts';
import { residentId } from '../../builders/persons.ts';

const WHEN = { day: '2026-11-26', passports: true };
const PASSPORT = { idNumber: ' e1234567 ', passportOf: 'deu', bornOn: '1990-05-01', sex: 'female' } as const;
const wrong = (papers: Papers, when = WHEN) =>
  readIdentity(papers, when).defects.map(({ field, code }) => `${field} ${code}`);

describe('who somebody is by their document', () => {
  it('a passport needs its country and a day of birth, and tells neither hukou nor sex by itself', () => {
    expect(readIdentity(PASSPORT, WHEN).identity).toEqual({
      id: 'E1234567',
      kind: 'passport',
      hasHukou: false,
      bornOn: '1990-05-01',
      sex: 'female',
    });
    expect(wrong({ idNumber: 'E1', passportOf: 'CHN' })).toEqual([
      'person.passportOf country',
      'person.idNumber form',
      'person.bornOn missing',
    ]);
    expect(wrong({ ...PASSPORT, bornOn: '2026-11-27' })).toEqual(['person.bornOn birthDate']);
  });

  it('a passport is taken where the rules of the day allow it', () => {
    expect(wrong(PASSPORT, { ...WHEN, passports: false })).toEqual(['person.passportOf notAllowed']);
  });

  it('what a number tells must agree with what was typed beside it', () => {
    const idNumber = residentId('1990-05-01', 1);
    expect(wrong({ idNumber, sex: 'female', bornOn: '1990-05-02' })).toEqual([
      'person.sex contradicts',
      'person.bornOn contradicts',
    ]);
    expect(readIdentity({ idNumber, sex: 'male', bornOn: '1990-05-01' }, WHEN).identity).toMatchObject({
      hasHukou: true,
    });
    expect(readIdentity({ idNumber: 'GBR310088022901', sex: 'female' }, WHEN).identity).toMatchObject({
      bornOn: '1988-02-29',
      sex: 'female',
      hasHukou: false,
    });
  });
});
