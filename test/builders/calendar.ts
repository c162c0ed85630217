/** The State Council's notices of 2023 to 2026, as the product's calendar rows hold them. */
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { DayKind, WorkingCalendar } from '../../domain/time/working-days.ts';

const REST: readonly (readonly [string, string])[] = [
  ['2022-12-31', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORK = [
  '2023-01-28',
  '2023-01-29',
  '2023-04-23',
  '2023-05-06',
  '2023-06-25',
  '2023-10-07',
  '2023-10-08',
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

function noticeDays(): Map<string, DayKind> {
  const days = new Map<string, DayKind>(WORK.map((date) => [date, 'work']));
  for (const [first, last] of REST)
    for (let date = first; date <= last; date = addDays(date, 1)) days.set(date, 'rest');
  return days;
}

export const CALENDAR: WorkingCalendar = {
  days: noticeDays(),
  publishedFrom: '2023-01-01',
  publishedUntil: '2026-12-31',
};
/** A plain week without any notice. */
export const PLAIN_WEEK: WorkingCalendar = {
  days: new Map(),
  publishedFrom: '1990-01-01',
  publishedUntil: '2026-12-31',
};
