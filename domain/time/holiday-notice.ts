/** A State Council notice of a year's holidays, as an office types it in: what is wrong with it, and which days it names. */
import type { Defect } from '../errors.ts';
import { dateOfDayNumber, dayNumber, isDate } from './shanghai-day.ts';
import { isWorkingDay, type DayKind } from './working-days.ts';

export interface HolidayNotice {
  readonly year: number;
  /** Its title. */
  readonly notice: string;
  readonly rest: readonly { readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays that are worked instead (调休). */
  readonly work: readonly string[];
  /** A second notice of the same year that only adds: the days that it does not name stay. */
  readonly supplements?: boolean;
  /** Meant to take the place of the year's notice, though days that are named now would be named no more. */
  readonly replaces?: boolean;
}

/** What the ledger knows of notices: the years that are loaded, and the days that this year's one named. */
export interface LoadedNotices {
  readonly first: number;
  readonly last: number;
  readonly days: ReadonlyMap<string, DayKind>;
}

/** Longer blocks were never announced: rather a slip of the pen. */
const LONGEST_REST_DAYS = 20;
const PLAIN_WEEK = { days: new Map<string, DayKind>(), publishedFrom: '', publishedUntil: '' };

/** Years are loaded without a gap, forwards or backwards: a date beyond one could not be trusted. */
export function noticeDefects(notice: HolidayNotice, loaded: LoadedNotices): Defect[] {
  const { year } = notice;
  const defects = [...gapDefects(year, loaded), ...vanishingDefects(notice, loaded), ...senseDefects(notice)];
  const seen = new Set<string>();
  for (const [index, { from, to }] of notice.rest.entries()) {
    defects.push(...blockDefects(`rest.${index}`, from, to, year));
    for (const day of daysOf(from, to)) {
      if (seen.has(day)) defects.push({ field: `rest.${index}`, code: 'repeated', message: `${day} is named twice.` });
      seen.add(day);
    }
  }
  for (const [index, day] of notice.work.entries()) {
    const field = `work.${index}`;
    defects.push(...dayDefects(field, day, year));
    if (isDate(day) && isWorkingDay(day, PLAIN_WEEK)) {
      defects.push({ field, code: 'notWeekend', message: `${day} is no Saturday or Sunday; it is worked anyhow.` });
    }
    if (seen.has(day)) defects.push({ field, code: 'repeated', message: `${day} is named twice.` });
    seen.add(day);
  }
  return defects;
}

function gapDefects(year: number, { first, last }: LoadedNotices): Defect[] {
  if (year >= first - 1 && year <= last + 1) return [];
  const message = `Notices are loaded for ${first} to ${last}; the next one is ${first - 1} or ${last + 1}.`;
  return [{ field: 'year', code: 'gap', message }];
}

/** A supplementary notice that is loaded in the place of the first would make its holidays working days. */
function vanishingDefects(notice: HolidayNotice, { days }: LoadedNotices): Defect[] {
  if (notice.replaces || notice.supplements) return [];
  const named = noticeDays(notice);
  const vanishing = [...days.keys()].filter((day) => !named.has(day)).sort();
  if (vanishing.length === 0) return [];
  const message =
    `The notice that is loaded also names ${vanishing.join(', ')}. Send supplements: true to keep them and add yours, ` +
    'or replaces: true when they are not to be rest or make-up days any more.';
  return [{ field: 'replaces', code: 'daysWouldVanish', message }];
}

/** Of a year without a day of rest every due date would be sure, and wrong over each holiday. */
function senseDefects({ year, rest, supplements = false, replaces = false }: HolidayNotice): Defect[] {
  if (supplements && replaces)
    return [{ field: 'replaces', code: 'contradicts', message: 'It cannot both add to the notice and replace it.' }];
  if (supplements) return [];
  const message = 'No year is without a day of rest: name them all.';
  return rest.length > 0 ? lackingDefects(year, rest) : [{ field: 'rest', code: 'missing', message }];
}

/** Days of which every year's notice names one, by law since 1949 (全国年节及纪念日放假办法); the new year of the moon moves. */
const NEVER_LACKING = [
  ['New Year', '01-01', '01-01'],
  ['the Spring Festival', '01-20', '02-21'],
  ['Labour Day', '05-01', '05-01'],
  ['the National Day', '10-01', '10-01'],
] as const;

/** A notice that is typed by half would make working days of the other half's holidays. */
function lackingDefects(year: number, rest: HolidayNotice['rest']): Defect[] {
  const named = rest.flatMap(({ from, to }) => daysOf(from, to));
  const lacking = NEVER_LACKING.filter(
    ([, from, to]) => !named.some((day) => day >= `${year}-${from}` && day <= `${year}-${to}`),
  ).map(([name]) => name);
  if (lacking.length === 0) return [];
  const message = `The whole notice is needed; it lacks ${lacking.join(', ')}.`;
  return [{ field: 'rest', code: 'incomplete', message }];
}

function blockDefects(field: string, from: string, to: string, year: number): Defect[] {
  const defects = [...dayDefects(`${field}.from`, from, year), ...dayDefects(`${field}.to`, to, year)];
  if (!isDate(from) || !isDate(to)) return defects;
  const length = dayNumber(to) - dayNumber(from) + 1;
  if (length < 1) defects.push({ field: `${field}.to`, code: 'beforeFrom', message: 'It ends before it begins.' });
  if (length > LONGEST_REST_DAYS) {
    defects.push({
      field: `${field}.to`,
      code: 'tooLong',
      message: `No holiday lasts ${length} days; check the dates.`,
    });
  }
  return defects;
}

/** A notice titled for a year may name days of the December before. */
function dayDefects(field: string, day: string, year: number): Defect[] {
  if (!isDate(day)) return [{ field, code: 'date', message: 'There is no such date; dates are written YYYY-MM-DD.' }];
  if (day >= `${year - 1}-12-01` && day <= `${year}-12-31`) return [];
  return [{ field, code: 'otherYear', message: `The notice is for ${year}; it may name days from December before.` }];
}

/** Nothing for a block that is none. */
function daysOf(from: string, to: string): string[] {
  if (!isDate(from) || !isDate(to)) return [];
  const first = dayNumber(from);
  const length = Math.min(dayNumber(to) - first + 1, LONGEST_REST_DAYS);
  return Array.from({ length: Math.max(length, 0) }, (_, index) => dateOfDayNumber(first + index));
}

/** Days that the plain week already makes rest days are kept as well: the notice names them. */
export function noticeDays({ rest, work }: Pick<HolidayNotice, 'rest' | 'work'>): Map<string, DayKind> {
  const days = new Map<string, DayKind>(work.map((day) => [day, 'work']));
  for (const { from, to } of rest) for (const day of daysOf(from, to)) days.set(day, 'rest');
  return days;
}
