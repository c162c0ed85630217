import { describe, expect, it } from 'vitest';
import { beganDefects, gatesOf, type Applicant, type GateAnswers } from '../../../domain/persons/gates.ts';

const RULES = { temporaryAccountAge: { male: 50, female: 40 }, noTransferInside: false };
const DAY = '2026-11-26';
const man = (bornOn: string, more: Partial<Applicant> = {}): Applicant => ({
  bornOn,
  sex: 'male',
  hasHukou: true,
  ...more,
});
const woman = (bornOn: string): Applicant => man(bornOn, { sex: 'female' });
const gates = (applicant: Applicant, answers: GateAnswers = {}, rules = RULES) => {
  const { refused, asked } = gatesOf(applicant, answers, rules, DAY);
  return [...refused, ...asked].join(' ');
};

describe('what decides at the counter', () => {
  it.each([
    ['a young man is asked nothing', man('1990-01-01'), {}, ''],
    ['a man of 71 is asked everything that decides', man('1955-03-01'), {}, 'drawsPension localHukou benefitPlaceHere'],
    ['who draws a pension does not transfer', man('1955-03-01'), { drawsPension: true, localHukou: true }, 'A02'],
    ['nor does a young one', man('1990-01-01'), { drawsPension: true }, 'A02'],
    ['registered here he draws here', man('1955-03-01'), { drawsPension: false, localHukou: true }, ''],
    ['from elsewhere it depends', man('1955-03-01'), { drawsPension: false, localHukou: false }, 'benefitPlaceHere'],
    [
      'and is refused when he draws elsewhere',
      man('1955-03-01'),
      { drawsPension: false, localHukou: false, benefitPlaceHere: false },
      'A07',
    ],
    [
      'or taken when he draws here',
      man('1955-03-01'),
      { drawsPension: false, localHukou: false, benefitPlaceHere: true },
      '',
    ],
    ['a man of 50 from elsewhere gets a temporary account', man('1976-11-26'), { localHukou: false }, 'A03'],
    ['a day younger he does not', man('1976-11-27'), { localHukou: false }, ''],
    ['where he comes from is asked of him', man('1976-11-26'), {}, 'localHukou'],
    ['an approved move has no age', man('1976-11-26'), { localHukou: false, approvedMove: true }, ''],
    ['nor has who began here before', man('1976-11-26'), { localHukou: false, firstInsuredHereOn: '2026-11-25' }, ''],
    ['a woman of 40 from elsewhere', woman('1986-11-26'), { localHukou: false }, 'A03'],
    ['a woman of 52 may have retired by her post', woman('1974-06-01'), { localHukou: true }, 'drawsPension'],
    ['one who has not is not asked for the place', woman('1974-06-01'), { localHukou: true, drawsPension: false }, ''],
    ['who is not insured here has nothing to transfer to', man('1990-01-01'), { insuredHere: false }, 'A01'],
    [
      'unless everything is gathered for the pension',
      man('1955-03-01'),
      { insuredHere: false, localHukou: true, drawsPension: false },
      '',
    ],
    ['people without a hukou have no such gate', man('1970-01-01', { hasHukou: false }), { localHukou: false }, ''],
    [
      'a sex that no number tells is asked for when it decides',
      man('1970-01-01', { hasHukou: false, sex: null }),
      {},
      'drawsPension person.sex',
    ],
    ['and not before', man('1990-01-01', { hasHukou: false, sex: null }), {}, ''],
  ] as const)('%s', (_, applicant, answers, expected) => {
    expect(gates(applicant, answers)).toBe(expected);
  });

  it('transfers nothing inside a province that pools its fund', () => {
    expect(gates(man('1990-01-01'), {}, { ...RULES, noTransferInside: true })).toBe('A08');
  });

  it('knows when a relation cannot have begun', () => {
    const codes = (began: string) =>
      beganDefects(man('1990-01-01'), { firstInsuredHereOn: began }, DAY).map(({ code }) => code);
    expect([codes('2026-11-27'), codes('2026-11-26'), codes('2003-12-31'), codes('2004-01-01')]).toEqual([
      ['date'],
      [],
      ['date'],
      [],
    ]);
  });
});
