import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSilent, letterState, WITH_COURIER, type Scan } from '../../../domain/letters/letter-state.ts';
import { quietSince } from '../../../domain/time/quiet-since.ts';
import { addDays, dateOf } from '../../../domain/time/shanghai-day.ts';
import { workingDaysBetween } from '../../../domain/time/working-days.ts';
import { CALENDAR, PLAIN_WEEK } from '../../builders/calendar.ts';

const scan = (day: string, code: string, text = ''): Scan => ({ code, text, scannedAt: `${day}T10:00:00+08:00` });
const POSTED = scan('2026-06-10', '203');
const UNDER_WAY = scan('2026-06-11', '305');
const OUT = scan('2026-06-12', '463');
const REFUSED = scan('2026-06-13', '705', '未妥投 收件人拒收');
const BACK = scan('2026-06-16', '708', '退回 妥投');
const state = (scans: Scan[], asOf = '2026-11-20') => letterState(scans, asOf);
/** By a rule of three working days. */
const silent = (scans: Scan[], asOf = '2026-11-20', calendar = CALENDAR) => {
  const seen = scans.map(({ scannedAt }) => dateOf(scannedAt)).filter((day) => day <= asOf);
  const letter = { channel: 'ems', state: state(scans, asOf).state, heardOn: seen.sort().at(-1)! };
  return isSilent(letter, quietSince(asOf, 3, calendar));
};

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
    ['under way', [POSTED, UNDER_WAY], { state: 'underWay' }],
    ['not scanned', [], { state: 'notScanned' }],
  ])('is %s', (_, scans, expected) => {
    expect(state(scans)).toEqual(expected);
    // Months later only the letter that is still under way is silent.
    expect(silent(scans)).toBe(state(scans).state === 'underWay');
  });

  it('is silent after three working days without a scan, by the calendar', () => {
    // 19 June is a rest day: after Wednesday 17 June come Thursday, Monday and Tuesday.
    const scans = [POSTED, scan('2026-06-17', '306')];
    expect(state(scans, '2026-06-23')).toEqual({ state: 'underWay' });
    expect(silent(scans, '2026-06-22')).toBe(false);
    expect(silent(scans, '2026-06-23')).toBe(true);
    expect(silent(scans, '2026-06-22', PLAIN_WEEK)).toBe(true);
  });

  it('goes out again after a failure, and can fall silent then', () => {
    const scans = [POSTED, REFUSED, scan('2026-06-15', '463')];
    expect(state(scans, '2026-06-16')).toEqual({ state: 'outForDelivery' });
    expect(silent(scans, '2026-06-16')).toBe(false);
    expect(silent(scans)).toBe(true);
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

describe('silence', () => {
  const quiet = quietSince('2026-06-23', 3, CALENDAR);

  it('is of letters that the courier has, whichever of the three states they are in', () => {
    const silentStates = [...WITH_COURIER, 'delivered', 'returned', 'lost', 'unknown', 'notScanned'].filter((one) =>
      isSilent({ channel: 'ems', state: one, heardOn: quiet }, quiet),
    );
    expect(silentStates).toEqual(['posted', 'underWay', 'outForDelivery']);
    expect(isSilent({ channel: 'platform', state: 'posted', heardOn: quiet }, quiet)).toBe(false);
  });

  it('begins when the working days since the last word are as many as the rule says, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 1000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 15 }), (heardOn, later, rule) => {
        const today = addDays(heardOn, later);
        const letter = { channel: 'ems', state: 'underWay', heardOn };
        const isLongEnough = later >= 0 && workingDaysBetween(heardOn, today, CALENDAR) >= rule;
        expect(isSilent(letter, quietSince(today, rule, CALENDAR))).toBe(isLongEnough);
      }),
    );
  });
});
