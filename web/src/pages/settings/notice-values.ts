/** A holiday notice as it is typed, and as the office keeps it: day by day. Pure. */
import { RefusedError, toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { dayNumber } from '../../../../domain/time/shanghai-day.ts';

type Notice = Schemas['HolidayNotice'];
type Block = Notice['rest'][number];
type Day = Schemas['CalendarYear']['days'][number];

/** What becomes of days that are known and do not stand in the form; unsaid, the office asks back. */
export const KNOWN_WAYS = ['ask', 'supplements', 'replaces'] as const;

/** Fields are called as in the contract, so that a refusal finds them. */
export interface NoticeValues {
  readonly year: string;
  readonly notice: string;
  readonly rest: readonly Block[];
  readonly work: readonly string[];
  readonly replaces: (typeof KNOWN_WAYS)[number];
}

export const daysOf = (days: readonly Day[], kind: Day['kind']): string[] =>
  days.filter((one) => one.kind === kind).map(({ day }) => day);

/** Days that follow each other are one block again. */
export function blocksOf(days: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const day of [...days].sort()) {
    const last = blocks.at(-1);
    if (last && dayNumber(day) === dayNumber(last.to) + 1) last.to = day;
    else blocks.push({ from: day, to: day });
  }
  return blocks;
}

export function valuesOf(year: number | undefined, known: Schemas['CalendarYear'] | null): NoticeValues {
  return {
    year: year === undefined ? '' : String(year),
    notice: known?.notice ?? '',
    rest: known ? blocksOf(daysOf(known.days, 'rest')) : [{ from: '', to: '' }],
    work: known ? daysOf(known.days, 'work') : [],
    replaces: 'ask',
  };
}

/** A block of one day may leave out its end. */
export function noticeOf({ notice, rest, work, replaces }: NoticeValues): Notice {
  const blocks = rest.map(({ from, to }) => ({ from: from.trim(), to: to.trim() || from.trim() }));
  return {
    notice,
    rest: blocks,
    work: work.map((day) => day.trim()),
    ...(replaces !== 'ask' && { [replaces]: true }),
  };
}

/** What is said of a whole block stands at its first day. */
export function atItsDay(error: unknown): unknown {
  const problem = toProblem(error);
  if (!problem.errors) return error;
  const errors = problem.errors.map((defect) =>
    /^rest\.\d+$/.test(defect.field) ? { ...defect, field: `${defect.field}.from` } : defect,
  );
  return new RefusedError({ ...problem, errors });
}
