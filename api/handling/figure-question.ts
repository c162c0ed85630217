/** Which figure is asked for: its period, as of which day, known when; and what is wrong with the question. */
import type { Db } from '../../db/connection/connection.ts';
import { officeNow } from '../../db/office/clock.ts';
import type { Defect } from '../../domain/errors.ts';
import { monthsOf } from '../../domain/time/months.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';

interface Asked {
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** As of today unless another day was asked for. Of the future there is no figure: what it will say nobody knows yet. */
export async function askedFigure(db: Db, officeId: string, { direction, from, to, asOf, knownAt }: Asked) {
  const now = await officeNow(db);
  const day = asOf ?? dateOf(now);
  const defects = [
    periodDefects({ from, to }),
    day > dateOf(now) ? future('asOf') : [],
    knownAt !== undefined && new Date(knownAt) > now ? future('knownAt') : [],
  ].flat();
  return { defects, question: { officeId, direction, from, to, asOf: day, knownAt: knownAt ?? null } };
}

export const periodDefects = ({ from, to }: { from?: string | undefined; to?: string | undefined }): Defect[] =>
  from === undefined || to === undefined || from <= to
    ? []
    : [{ field: 'to', code: 'beforeFrom', message: 'The last day lies before the first: swap them.' }];

/** A long count that begins within its period is no long count. */
export const sinceDefects = ({ since, from }: { readonly since: string; readonly from: string }): Defect[] =>
  since <= from ? [] : [{ field: 'since', code: 'afterFrom', message: 'The long count begins after the period.' }];

const MOST_MONTHS = 36;

/** Each month is counted by itself. */
export const tooManyMonths = ({ from, to }: { readonly from: string; readonly to: string }): Defect[] =>
  monthsOf(from, to).length > MOST_MONTHS
    ? [{ field: 'to', code: 'tooMany', message: `At most ${String(MOST_MONTHS)} months at once.` }]
    : [];

/** A group is named by what it is told apart by and by its key, or not at all. */
export const groupDefects = ({ by, group }: { by?: string; group?: string }): Defect[] =>
  (by === undefined) === (group === undefined)
    ? []
    : [{ field: by === undefined ? 'by' : 'group', code: 'missing', message: 'A group has both, by and group.' }];

const future = (field: string): Defect[] => [
  { field, code: 'future', message: 'This lies in the future of the office clock.' },
];
