import { describe, expect, it } from 'vitest';
import { standingOf, type CaseRecord } from './attempts.ts';

const RECORD: CaseRecord = {
  caseId: 'c1',
  acceptedOn: '2026-05-11',
  attempts: [
    { begunOn: '2026-05-15', endedOn: '2026-05-25', endedBy: 'M01' },
    { begunOn: '2026-05-27', endedOn: '2026-06-10', endedBy: 'L02' },
    { begunOn: '2026-06-12' },
  ],
  closings: [{ doneOn: '2026-07-01' }],
};

describe('attempts of a case', () => {
  it.each([
    ['2026-05-14', 0, false, false],
    ['2026-05-15', 1, false, false],
    ['2026-05-26', 1, false, true],
    ['2026-06-30', 3, false, false],
    ['2026-07-01', 3, true, false],
  ])('by the end of %s: %i begun, done %s, the latest ended %s', (asOf, attempts, done, latestEnded) => {
    expect(standingOf(RECORD, asOf)).toMatchObject({ attempts, done, latestEnded });
  });

  it('counts an unread letter posted again apart, under the other reading', () => {
    expect(standingOf(RECORD, '2026-07-01')).toMatchObject({ attempts: 3, attemptsWithoutPostalFailures: 2 });
  });

  it('is not ended by a hold', () => {
    const held = { ...RECORD, attempts: [{ begunOn: '2026-05-15', endedOn: '2026-05-20', endedBy: 'L04' as const }] };
    expect(standingOf(held, '2026-05-30').latestEnded).toBe(false);
  });

  it('loses its pass when reopened, and passes again by the attempts of the new closing', () => {
    const reopened: CaseRecord = {
      ...RECORD,
      attempts: [{ begunOn: '2026-05-15' }, { begunOn: '2026-07-10' }],
      closings: [{ doneOn: '2026-07-01', reopenedOn: '2026-07-08' }, { doneOn: '2026-08-03' }],
    };
    const standing = (asOf: string) => standingOf(reopened, asOf);
    expect(standing('2026-07-07')).toMatchObject({ done: true, attempts: 1 });
    expect(standing('2026-07-08')).toMatchObject({ done: false, attempts: 1 });
    expect(standing('2026-08-03')).toMatchObject({ done: true, attempts: 2 });
  });

  it.each([
    ['refused', 'A01', 0, 'refused'],
    ['closedWithoutTransfer', 'A06', 0, 'refused'],
    ['closedWithoutTransfer', 'A01', 1, undefined],
    ['closedWithoutTransfer', 'A06', 2, undefined],
    ['withdrawn', 'W01', 0, 'withdrawnBeforeFirstLetter'],
    ['withdrawn', 'W01', 1, undefined],
    ['closedWithoutTransfer', 'W02', 0, 'withdrawnBeforeFirstLetter'],
    ['closedWithoutTransfer', 'L06', 1, undefined],
  ] as const)('%s for %s after %i letters is excluded as %s', (how, reason, letters, excluded) => {
    const record: CaseRecord = {
      caseId: 'c2',
      acceptedOn: '2026-05-11',
      attempts: Array.from({ length: letters }, () => ({ begunOn: '2026-05-15' })),
      endedWithoutTransfer: { on: '2026-05-20', how, reason },
    };
    expect(standingOf(record, '2026-05-20')).toMatchObject({ ended: true, excluded });
    expect(standingOf(record, '2026-05-19')).toMatchObject({ ended: false, excluded: undefined });
  });

  it('does not count a letter that went out after a withdrawal', () => {
    const record: CaseRecord = {
      caseId: 'c3',
      acceptedOn: '2026-05-11',
      attempts: [{ begunOn: '2026-05-21' }],
      endedWithoutTransfer: { on: '2026-05-20', how: 'withdrawn', reason: 'W01' },
    };
    expect(standingOf(record, '2026-06-01').excluded).toBe('withdrawnBeforeFirstLetter');
  });
});
