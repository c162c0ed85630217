import { describe, expect, it } from 'vitest';
import { isReasonCode, POSTAL_FAILURES, REASON_CODES, type ReasonCode } from '../../../domain/facts/reason-codes.ts';
import { endsAttempt } from '../../model/attempts.ts';

const codes = Object.keys(REASON_CODES) as ReasonCode[];

describe('reason codes', () => {
  it('has every code of each step', () => {
    const count = (letter: string): number => codes.filter((code) => code.startsWith(letter)).length;
    expect(Object.fromEntries([...'AMLFDWSH'].map((letter) => [letter, count(letter)]))).toEqual({
      A: 8,
      M: 4,
      L: 12,
      F: 7,
      D: 8,
      W: 2,
      S: 5,
      H: 2,
    });
  });

  it('ends an attempt by exactly these', () => {
    expect(codes.filter((code) => endsAttempt(code))).toEqual([
      'M01',
      'M02',
      'M03',
      'M04',
      'L01',
      'L02',
      'L03',
      'L05',
      'L06',
      'L08',
      'L10',
      'L11',
      'F05',
      'D01',
      'D06',
    ]);
  });

  it('never ends an attempt by a hold, and by a wrong amount only when the form is issued again', () => {
    expect(codes.filter((code) => endsAttempt(code, 'H'))).toEqual([]);
    expect([endsAttempt('F03'), endsAttempt('F03', 'R')]).toEqual([false, true]);
  });

  it('tells codes from other words', () => {
    expect(['M01', 'Z99', 'm01', 'toString', '__proto__', ''].map(isReasonCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('may be said only where it arises and does what it says', () => {
    const carriedBy = (place: string) =>
      codes.filter((code) => (REASON_CODES[code].places as string[]).includes(place));
    expect(carriedBy('letterReturned')).toEqual(['M01', 'M02', 'M04']);
    expect(carriedBy('sentBackToCounterpart')).toEqual(['F03', 'F05', 'D01', 'D04', 'D05', 'D06']);
    expect(carriedBy('secondReviewed')).toEqual(['S01', 'S02', 'S03', 'S04', 'S05']);
    expect(carriedBy('withdrawn')).toEqual(['W01', 'W02']);
    expect(carriedBy('held').filter((code) => code.startsWith('S'))).toEqual([]);
    // Chased, cleared after the transfer, or on a clock of its own: none of them pauses a step.
    expect(codes.filter((code) => REASON_CODES[code].places.length === 0)).toEqual(['L12', 'D02', 'D08']);
  });

  it('rests months paid here and there on the employees’ norm', () => {
    expect(REASON_CODES.D02.ground).toContain('人社部发〔2010〕70号');
  });

  it('says each code in both languages', () => {
    for (const code of codes) {
      expect(REASON_CODES[code].zh).toMatch(/\p{Script=Han}/u);
      expect(REASON_CODES[code].en).toMatch(/^[A-Z]/);
    }
    expect(POSTAL_FAILURES.every((code) => REASON_CODES[code].step === 'I3')).toBe(true);
  });
});
