/** The six numbers by which an office tells what it does: transfers taken up and money booked or sent, each way, letters, notices. */
import type { Db } from '../connection/connection.ts';
import { countFigures, type Numbers } from './count-figures.ts';
import { riseInPerCent } from './points.ts';
import { periodYearEarlier } from './question.ts';
import type { VolumeFigure } from './volume-figures.ts';

export const MAIN_FIGURES = [
  'acceptedIn',
  'acceptedOut',
  'fenIn',
  'fenOut',
  'lettersPosted',
  'noticesSent',
] as const satisfies readonly VolumeFigure[];

type Main = (typeof MAIN_FIGURES)[number];

export interface MainFigures {
  readonly inPeriod: Numbers<Main>;
  /** From the day asked for to the end of the period. */
  readonly sinceThen: Numbers<Main>;
  readonly yearBefore: Numbers<Main>;
  /** Days of the year before, both included. */
  readonly yearBeforeFrom: string;
  readonly yearBeforeTo: string;
  /** Less the year before; of money in fen. */
  readonly difference: Numbers<Main>;
  /** "+14.0", "-3.5"; null where there was nothing a year before. */
  readonly riseInPerCent: Readonly<Record<Main, string | null>>;
}

interface MainFiguresQuestion {
  readonly officeId: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** First day of the long count. */
  readonly since: string;
}

export async function readMainFigures(
  db: Db,
  { officeId, from, to, since }: MainFiguresQuestion,
): Promise<MainFigures> {
  const count = (span: { readonly from: string; readonly to: string }) =>
    countFigures(db, { officeId, ...span }, MAIN_FIGURES);
  const inPeriod = await count({ from, to });
  const earlier = periodYearEarlier({ from, to });
  const yearBefore = await count(earlier);
  return {
    inPeriod,
    sinceThen: await count({ from: since, to }),
    yearBefore,
    yearBeforeFrom: earlier.from,
    yearBeforeTo: earlier.to,
    difference: ofEach((name) => inPeriod[name] - yearBefore[name]),
    riseInPerCent: ofEach((name) => riseInPerCent(inPeriod[name], yearBefore[name])),
  };
}

const ofEach = <Value>(valueOf: (name: Main) => Value): Record<Main, Value> =>
  Object.fromEntries(MAIN_FIGURES.map((name) => [name, valueOf(name)])) as Record<Main, Value>;
