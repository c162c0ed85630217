import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber } from '../../../domain/time/shanghai-day.ts';
import { isEitherDay, readWrittenDay, readWrittenMoment } from '../../../domain/time/written-moment.ts';

describe('a day as people and spreadsheets write it', () => {
  it.each([
    '2026-01-05',
    '2026-1-5',
    '2026/1/5',
    '2026.01.05',
    '20260105',
    '2026年1月5日',
    '2026年01月05号 星期一',
    '２０２６／１／５',
    '2026-01-05 00:00:00',
    '2026/1/5 0:00',
    '2026-01-05T00:00:00.000',
    '2026-01-04T16:00:00Z',
    '46027',
    '46027.0',
  ])('%s', (written) => {
    expect(readWrittenDay(written)).toMatchObject({ day: '2026-01-05', timeLost: written.endsWith('Z') });
  });

  it('counts from 1904 where the spreadsheet does', () => {
    expect(readWrittenDay('44565', '1904')?.day).toBe('2026-01-05');
    expect(readWrittenDay('46027', '1904')?.day).toBe('2030-01-06');
  });

  it.each(['05/06/2026', '2026-13-40', '2026/2/30', '2026-1', '5.1.26', '460', '99999', '2026-01/05', '一月五日', ''])(
    'does not guess at %s',
    (written) => {
      expect(readWrittenDay(written)).toBeUndefined();
    },
  );

  it('knows a day that may be its month', () => {
    expect(['05/06/2026', '5-6-26', '13.01.2026 08:00', '2026/1/5'].map(isEitherDay)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('reads every serial as the day that is so many days later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 73_050 }), (serial) => {
        expect(readWrittenDay(String(serial))?.day).toBe(addDays('1970-01-01', serial - 25_569));
      }),
    );
    expect(dayNumber('2026-01-05')).toBe(46_027 - 25_569);
  });
});

describe('a time', () => {
  it.each([
    ['2026-11-26 08:05', '08:05:00'],
    ['2026-11-26 08:05:00.0', '08:05:00'],
    ['2026/11/26 8:05', '08:05:00'],
    ['2026-11-26T08:05:00+08:00', '08:05:00'],
    ['20261126 080500', '08:05:00'],
    ['20261126080500', '08:05:00'],
    ['2026年11月26日 8时05分', '08:05:00'],
    ['2026年11月26日8:05', '08:05:00'],
    ['2026/11/26 上午 8:05:00', '08:05:00'],
    ['2026/11/26 8:05:00 PM', '20:05:00'],
    ['2026/11/26 12:05 AM', '00:05:00'],
    ['46352.33680555556', '08:05:00'],
    ['46351.999999999', '00:00:00'],
  ])('%s', (written, time) => {
    expect(readWrittenMoment(written)).toMatchObject({ day: '2026-11-26', time });
  });

  it.each(['2026-11-26 24:30', '2026-11-26 08:60', '2026/11/26 13:05 PM', '2026-11-26 8', '2026-1-123:05'])(
    'does not guess at %s',
    (written) => {
      expect(readWrittenMoment(written)).toBeUndefined();
    },
  );
});
