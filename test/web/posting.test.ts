/** Which letters a scanned number is for, and what is copied of the letters of a day. */
import { describe, expect, test } from 'vitest';
import { asCells, inOrder } from '../../web/src/pages/post/day-list.ts';
import {
  chosenOf,
  envelopeOf,
  mayTick,
  neighbour,
  nextAfter,
  postingSteps,
  type ToPost,
} from '../../web/src/pages/post/posting.ts';
import { counterparts } from './mock-counterparts.ts';
import { LETTER_WAITS, openStep, procedures, row } from './mock-office.ts';

const [byPost, overPlatform] = counterparts;
const waiting = (number: number, change: Partial<ToPost> = {}): ToPost => ({
  ...row(number),
  openStep: openStep(LETTER_WAITS),
  directory: byPost,
  ...change,
});
const platform = waiting(1, { counterpart: { areaCode: '330100', name: '' }, directory: overPlatform });
const held = waiting(2, { openStep: { ...openStep(LETTER_WAITS), held: true } });
const [first, second] = [waiting(3), waiting(4)];
const rows = [platform, held, first, second];

describe('the next letter', () => {
  test('is the first that goes by post and is not on hold, until somebody chooses another', () => {
    expect(chosenOf(rows, undefined)).toBe(first);
    expect(chosenOf(rows, platform.id)).toBe(platform);
    expect(chosenOf(rows, 'one that is gone')).toBe(first);
    expect(chosenOf([platform, held], undefined)).toBeUndefined();
  });

  test('is chosen with the arrows up to either end', () => {
    expect(neighbour(rows, first.id, 1)).toBe(second.id);
    expect(neighbour(rows, second.id, 1)).toBe(second.id);
    expect(neighbour(rows, platform.id, -1)).toBe(platform.id);
    expect(neighbour([platform], undefined, 1)).toBe(platform.id);
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });

  test('after an envelope is the one below it, then the first that is left', () => {
    expect(nextAfter(rows, [first])).toBe(second.id);
    expect(nextAfter(rows, [second])).toBe(first.id);
    expect(nextAfter(rows, [first, second])).toBeUndefined();
  });
});

test('one envelope holds letters to one office: what is ticked, or the chosen one alone', () => {
  const ticked = new Set([first.id]);
  expect([mayTick(rows, ticked, second), mayTick(rows, ticked, platform)]).toEqual([true, false]);
  expect(envelopeOf(rows, new Set([second.id, first.id]), platform)).toEqual([first, second]);
  expect(envelopeOf(rows, new Set(), platform)).toEqual([platform]);
  expect(envelopeOf([], new Set(), undefined)).toEqual([]);
});

test('the steps that a letter ends are found in what is said of the procedures, not known by name', () => {
  expect(postingSteps(procedures)).toEqual(['liaisonLetter', 'dispatch']);
});

test('the letters of a day are copied by their numbers, and no cell begins a formula', () => {
  const letter = (letterNo: string, name: string) => ({
    caseNo: 'IN1',
    letterNo,
    waybill: null,
    postedOn: '2026-03-11',
    counterpart: { areaCode: '310000', name },
  });
  expect(asCells(inOrder([letter('IN1-2-1', '=甲\t乙'), letter('IN1-1-1', '丙')]))).toBe(
    'IN1\t310000\t丙\tIN1-1-1\t\t2026-03-11\r\nIN1\t310000\t甲 乙\tIN1-2-1\t\t2026-03-11',
  );
});
