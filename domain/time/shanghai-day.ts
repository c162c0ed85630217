/** Days are `YYYY-MM-DD` strings of Asia/Shanghai; instants are anything that names one moment. */

export type Instant = string | number | Date;

const DAY_MS = 86_400_000;
/** Asia/Shanghai is UTC+8 without exception since its last summer time ended in September 1991. */
const OFFSET_MS = 8 * 3_600_000;
const FIXED_OFFSET_SINCE = Date.UTC(1992, 0, 1);
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. Throws a RangeError for what is no date between 1900 and 2199. */
export function dayNumber(date: string): number {
  const day = tryDayNumber(date);
  if (day === undefined) throw new RangeError('not a date of the form YYYY-MM-DD');
  return day;
}

export function isDate(text: string): boolean {
  return tryDayNumber(text) !== undefined;
}

function tryDayNumber(text: string): number | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const moment = Date.UTC(year, month - 1, day);
  // Date.UTC carries 31 June over to July: the day of the month tells.
  return new Date(moment).getUTCDate() === day ? moment / DAY_MS : undefined;
}

/** Days written before: limits are counted day by day for every row of an import. At most the days of three centuries. */
const written = new Map<number, string>();

export function dateOfDayNumber(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dayNumber(date);
  written.set(day, date);
  return date;
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

function millisecondsOf(instant: Instant): number {
  const moment = typeof instant === 'number' ? instant : new Date(instant).getTime();
  if (!(moment >= FIXED_OFFSET_SINCE)) throw new RangeError('not an instant since 1992');
  return moment;
}

/** The day on which the instant falls in Asia/Shanghai. Throws a RangeError before 1992, when the offset was not fixed. */
export function dateOf(instant: Instant): string {
  return new Date(millisecondsOf(instant) + OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes since the day began in Asia/Shanghai. */
export function minuteOfDay(instant: Instant): number {
  return Math.floor(((millisecondsOf(instant) + OFFSET_MS) % DAY_MS) / 60_000);
}

/** The instant of a wall-clock minute in Asia/Shanghai, as ISO text in UTC. */
export function instantOf(date: string, minutes = 0): string {
  const moment = dayNumber(date) * DAY_MS + minutes * 60_000 - OFFSET_MS;
  return new Date(millisecondsOf(moment)).toISOString();
}

/** 24:00 in Asia/Shanghai: a due date is kept until then. */
export function endOfDay(date: string): string {
  return instantOf(date, 24 * 60);
}
