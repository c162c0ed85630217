/** Days and times as people and spreadsheets write them. Only what can mean one thing is read: the year stands first, or all is a number. */
import { momentOfSerial, type Epoch } from './serial-day.ts';
import { dateOf, isDate } from './shanghai-day.ts';

export interface WrittenMoment {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** HH:MM:SS; undefined when only a day is written. */
  readonly time: string | undefined;
  /** `Z` or `+08:00`; undefined for a clock on the wall. */
  readonly zone: string | undefined;
  /** `iso`: as the office writes it. `serial`: as the number behind a spreadsheet's date. */
  readonly how: 'iso' | 'spelled' | 'serial';
}

const DAY = String.raw`(?<y>\d{4})(?:(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})|年(?<m2>\d{1,2})月(?<d2>\d{1,2})[日号]?|(?<m3>\d{2})(?<d3>\d{2}))`;
const WEEKDAY = String.raw`(?:\s*(?:星期|周)[一二三四五六日天])?`;
const HALF = String.raw`(?<half>上午|下午|[AP]M)?`;
const CLOCK = String.raw`(?<h>\d{1,2})(?:[:时](?<min>\d{2})(?:[:分](?<s>\d{2})(?:[.,]\d+)?)?[分秒]?|(?<min2>\d{2})(?<s2>\d{2}))`;
/** A blank may be missing only where the day's last digit is sure: `2026-1-123:05` is two times. */
const BETWEEN = String.raw`(?:[T\s]+|(?<=^\d{8}|[日号]))`;
const ZONE = String.raw`\s*(?<zone>Z|[+-]\d{2}:?\d{2})?`;
const SPELLED = new RegExp(
  `^${DAY}${WEEKDAY}(?:${BETWEEN}${HALF}\\s*${CLOCK}\\s*${HALF.replace('half', 'half2')}${ZONE})?$`,
  'i',
);
const ISO = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/;
/** Five digits: from 1927 on. */
const SERIAL = /^(\d{5})(\.\d+)?$/;
/** Before that the clock here knew summer time. */
const OFFSET_KNOWN_SINCE = '1992-01-02';

export function readWrittenMoment(written: string, epoch: Epoch = '1900'): WrittenMoment | undefined {
  const text = written.normalize('NFKC').trim();
  const serial = SERIAL.exec(text);
  return serial ? ofSerial(Number(text), serial[2] !== undefined, epoch) : ofSpelling(text);
}

/** The day here of what is written; `timeLost` when a time other than midnight stood behind it. */
export function readWrittenDay(written: string, epoch?: Epoch): (WrittenMoment & { timeLost: boolean }) | undefined {
  const moment = readWrittenMoment(written, epoch);
  if (!moment) return undefined;
  const { day, time = '00:00:00', zone } = moment;
  const here = zone && day >= OFFSET_KNOWN_SINCE ? dateOf(`${day}T${time}${zone}`) : day;
  return { ...moment, day: here, timeLost: time !== '00:00:00' };
}

/** `05/06/2026` is two days. */
export const isEitherDay = (written: string): boolean =>
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})(?:\s|$)/.test(written.normalize('NFKC').trim());

function ofSpelling(text: string): WrittenMoment | undefined {
  const groups = SPELLED.exec(text)?.groups;
  if (!groups) return undefined;
  const [month, dayOfMonth] = [groups.m ?? groups.m2 ?? groups.m3 ?? '', groups.d ?? groups.d2 ?? groups.d3 ?? ''];
  const day = `${groups.y ?? ''}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  if (!isDate(day)) return undefined;
  const how = ISO.test(text) ? 'iso' : 'spelled';
  if (groups.h === undefined) return { day, time: undefined, zone: undefined, how };
  const time = clockOf(groups.h, groups.min ?? groups.min2 ?? '', groups.s ?? groups.s2 ?? '00', halfOf(groups));
  return time === undefined ? undefined : { day, time, zone: zoneOf(groups.zone), how };
}

type Groups = Readonly<Record<string, string | undefined>>;

const halfOf = ({ half, half2 }: Groups): string => (half ?? half2 ?? '').toUpperCase();

/** `+0800` is no zone of an instant yet. */
const zoneOf = (zone: string | undefined): string | undefined =>
  zone?.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');

function clockOf(hour: string, minute: string, second: string, half: string): string | undefined {
  const written = Number(hour);
  if (half !== '' && (written < 1 || written > 12)) return undefined;
  const later = ['下午', 'PM'].includes(half) ? 12 : 0;
  const hours = half === '' ? written : (written % 12) + later;
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return [String(hours).padStart(2, '0'), minute, second].join(':');
}

function ofSerial(serial: number, hasTime: boolean, epoch: Epoch): WrittenMoment | undefined {
  const moment = momentOfSerial(serial, epoch);
  return moment && { day: moment.day, time: hasTime ? moment.time : undefined, zone: undefined, how: 'serial' };
}
