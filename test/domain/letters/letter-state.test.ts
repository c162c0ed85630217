import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterState, type Scan } from '../../../domain/letters/letter-state.ts';
import { CALENDAR, PLAIN_WEEK } from '../../builders/calendar.ts';

const scan = (day: string, code: string, text = ''): Scan => ({ code, text, scannedAt: `${day}T10:00:00+08:00` });
const POSTED = scan('2026-06-10', '203');
const UNDER_WAY = scan('2026-06-11', '305');
const OUT = scan('2026-06-12', '463');
const REFUSED = scan('2026-06-13', '705', '未妥投 收件人拒收');
const BACK = scan('2026-06-16', '708', '退回 妥投');
const state = (scans: Scan[], asOf = '2026-11-20') => letterState(scans, asOf, CALENDAR);

describe('the state of a letter', () => {
  it.each<[string, Scan[], object]>([
    ['delivered', [POSTED, UNDER_WAY, OUT, scan('2026-06-13', '704', '妥投')], { state: 'delivered' }],
    ['returned with its reason', [POSTED, OUT, REFUSED, BACK], { state: 'returned', reason: 'M02' }],
    [
      'returned before it is back',
      [POSTED, OUT, REFUSED, scan('2026-06-14', '305')],
      { state: 'returned', reason: 'M02' },
    ],
    ['returned without a known reason', [POSTED, BACK], { state: 'returned', reason: undefined }],
    [
      'delivered at the second try',
      [POSTED, OUT, REFUSED, scan('2026-06-14', '463'), scan('2026-06-14', '704')],
      { state: 'delivered' },
    ],
    [
      'back although it went out once more',
      [POSTED, REFUSED, scan('2026-06-15', '463'), BACK],
      { state: 'returned', reason: 'M02' },
    ],
    ['unknown, with its raw code', [POSTED, OUT, scan('2026-06-13', '9Q7')], { state: 'unknown', rawCode: '9Q7' }],
    [
      'delivered after an unknown code',
      [POSTED, scan('2026-06-11', '9Q7'), scan('2026-06-12', '704')],
      { state: 'delivered' },
    ],
    ['silent', [POSTED, UNDER_WAY], { state: 'silent', since: '2026-06-11' }],
    ['not scanned', [], { state: 'notScanned' }],
  ])('is %s', (_, scans, expected) => {
    expect(state(scans)).toEqual(expected);
  });

  it('is silent after three working days without a scan, by the calendar', () => {
    // 19 June is a rest day: after Wednesday 17 June come Thursday, Monday and Tuesday.
    const scans = [POSTED, scan('2026-06-17', '306')];
    expect(state(scans, '2026-06-22')).toEqual({ state: 'underWay' });
    expect(state(scans, '2026-06-23')).toEqual({ state: 'silent', since: '2026-06-17' });
    expect(letterState(scans, '2026-06-22', PLAIN_WEEK).state).toBe('silent');
  });

  it('goes out again after a failure, and can fall silent then', () => {
    const scans = [POSTED, REFUSED, scan('2026-06-15', '463')];
    expect(state(scans, '2026-06-16')).toEqual({ state: 'outForDelivery' });
    expect(state(scans)).toMatchObject({ state: 'silent' });
  });

  it('sees nothing later than the day', () => {
    const scans = [POSTED, UNDER_WAY, scan('2026-06-12', '704')];
    expect(state(scans, '2026-06-11')).toEqual({ state: 'underWay' });
    expect(state(scans, '2026-06-09')).toEqual({ state: 'notScanned' });
  });

  it('does not care about the order, nor about scans that came twice', () => {
    const all = fc.subarray([
      POSTED,
      UNDER_WAY,
      OUT,
      REFUSED,
      scan('2026-06-14', '9Q7'),
      BACK,
      scan('2026-06-15', '704'),
    ]);
    const shuffled = all.chain((scans) =>
      fc.tuple(fc.constant(scans), fc.shuffledSubarray([...scans, ...scans], { minLength: scans.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([scans, again]) => {
        expect(state(again)).toEqual(state(scans));
      }),
    );
  });
});
