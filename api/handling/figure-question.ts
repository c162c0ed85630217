/** Which figure is asked for: its period, as of which day, known when; and what is wrong with the question. */
import type { Db } from '../../db/connection/connection.ts';
import { officeNow } from '../../db/office/clock.ts';
import type { Defect } from '../../domain/errors.ts';
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

const future = (field: string): Defect[] => [
  { field, code: 'future', message: 'This lies in the future of the office clock.' },
];
