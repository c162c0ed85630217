import { describe, expect, test } from 'vitest';
import { compareInTransit, platformStatus, sideBySide, type Ours, type Theirs } from '../../domain/platform.ts';

// No holiday is needed: Saturdays and Sundays rest.
const calendar = { days: new Map(), publishedFrom: '2026-01-01', publishedUntil: '2026-12-31' };
const day = { listedOn: '2026-11-20', calendar };

const there = (changes: Partial<Theirs> = {}): Theirs => ({
  serial: 'QG1',
  direction: 'out',
  status: 'inHand',
  days: 5,
  overdue: null,
  transferId: 't1',
  ...changes,
});
/** Since Friday a week before: five working days. */
const here = (changes: Partial<Ours> = {}): Ours => ({
  transferId: 't1',
  direction: 'out',
  status: 'inHand',
  closedOn: null,
  since: '2026-11-13',
  overdue: false,
  isOnPlatform: true,
  ...changes,
});
const found = (theirs: Theirs[], ours: Ours[]) =>
  compareInTransit(theirs, ours, day).map(({ kind, theirs: one, ours: other }) => [kind, one, other]);

describe('the platform’s list beside ours', () => {
  test('says nothing where the two agree; whether somebody there has taken it up is nothing that we know', () => {
    expect(found([there()], [here()])).toEqual([]);
    expect(found([there({ status: 'waiting' })], [here()])).toEqual([]);
  });

  test('tells what is only there, but not what is done there and was never here', () => {
    expect(found([there({ transferId: null })], [])).toEqual([['onlyThere', 'inHand', null]]);
    expect(found([there({ transferId: null, status: 'done' })], [])).toEqual([]);
  });

  test('tells what is only here, when it is a case of the platform that began before that day', () => {
    expect(found([], [here()])).toEqual([['onlyHere', null, 'inHand']]);
    for (const changes of [
      { isOnPlatform: false },
      { since: '2026-11-20' },
      { since: null },
      { closedOn: '2026-11-01' },
    ])
      expect(found([], [here(changes)])).toEqual([]);
  });

  test('tells another status and another number of days, both of one row', () => {
    expect(found([there({ status: 'returned', days: 7 })], [here()])).toEqual([
      ['statusDiffers', 'returned', 'inHand'],
      ['daysDiffer', '7', '5'],
    ]);
    expect(found([there({ status: 'unknown' })], [here()])).toEqual([['statusDiffers', 'unknown', 'inHand']]);
  });

  test('tells a case that was closed long ago apart from one that the platform has not caught up with', () => {
    const closed = (closedOn: string) => here({ closedOn, status: 'done' });
    expect(found([there()], [closed('2025-11-20')])).toEqual([['closedLongAgo', 'inHand', '2025-11-20']]);
    expect(found([there()], [closed('2026-11-18')])).toEqual([['statusDiffers', 'inHand', 'done']]);
    expect(found([there({ status: 'done' })], [closed('2025-11-20')])).toEqual([]);
  });

  test('keeps a difference the same while its gap is: days grow on both sides', () => {
    const gap = (days: number, since: string) => compareInTransit([there({ days })], [here({ since })], day)[0]?.gap;
    expect(gap(7, '2026-11-13')).toBe('2');
    expect(gap(8, '2026-11-12')).toBe('2');
  });
});

test('late is what the list says, or else what is beyond the limit', () => {
  const theirs = [
    there({ days: 20 }),
    there({ days: 20, overdue: false }),
    there({ days: 1, overdue: true }),
    there({ status: 'done', days: 40 }),
  ];
  const ours = [here(), here({ overdue: true }), here({ isOnPlatform: false, overdue: true })];
  expect(sideBySide(theirs, ours, () => 15)).toEqual([
    { direction: 'in', there: 0, here: 0, overdueThere: 0, overdueHere: 0 },
    { direction: 'out', there: 3, here: 2, overdueThere: 2, overdueHere: 1 },
  ]);
});

test.each([
  ['待 受 理', 'waiting'],
  ['信息表已发出', 'formSent'],
  ['已办结', 'done'],
  ['审批挂起', 'unknown'],
])('%s is %s', (written, status) => {
  expect(platformStatus(written)).toBe(status);
});
