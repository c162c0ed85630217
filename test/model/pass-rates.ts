/** Completion of transfers-in with the first, second and third attempt: cohort of acceptance, cumulative, as of a day. */
import { standingOf, type CaseRecord, type CaseStanding } from './attempts.ts';
import { percent, wholePercent } from '../../domain/money/rounding.ts';
import { workingDaysBetween, type WorkingCalendar } from '../../domain/time/working-days.ts';

const ATTEMPTS_SHOWN = [1, 2, 3] as const;
export type AttemptsShown = (typeof ATTEMPTS_SHOWN)[number];

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** Per cent with two decimals; undefined while there is nothing to divide by. */
  readonly rate: string | undefined;
  /** Whole per cent, as the office shows it. */
  readonly shown: number | undefined;
}
export type Rates = Readonly<Record<AttemptsShown, Rate>>;

/** Case ids of each bucket: a number opens exactly its cases. */
export interface PassRates {
  readonly cohort: readonly string[];
  readonly closedWithAttempt: Readonly<Record<AttemptsShown | 'more', readonly string[]>>;
  readonly notClosed: readonly string[];
  readonly stillOpen: readonly string[];
  readonly excluded: Readonly<Record<'refused' | 'withdrawnBeforeFirstLetter', readonly string[]>>;
  readonly rates: Rates;
  /** Of the cases of which it is certain whether they pass with that attempt. */
  readonly ratesMature: Rates;
  /** The other reading: posting an unread letter again (M01–M03) is no new attempt. */
  readonly ratesPostalFailureNotAttempt: Rates;
  /** No open case can change a rate any more. */
  readonly closedCohort: boolean;
}

export interface PassRateQuestion {
  /** Days of acceptance, both included. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly calendar: WorkingCalendar;
  /** After so many working days a running attempt counts as not passed (15 + 15 + 15 by law). */
  readonly matureAfterWorkingDays?: number;
}

interface Member {
  readonly caseId: string;
  readonly standing: CaseStanding;
}

export function passRates(records: Iterable<CaseRecord>, question: PassRateQuestion): PassRates {
  const { from, to, asOf, calendar, matureAfterWorkingDays = 45 } = question;
  const members: Member[] = [];
  const excluded = { refused: [] as string[], withdrawnBeforeFirstLetter: [] as string[] };
  for (const record of records) {
    if (record.acceptedOn < from || record.acceptedOn > to || record.acceptedOn > asOf) continue;
    const standing = standingOf(record, asOf);
    if (standing.excluded) excluded[standing.excluded].push(record.caseId);
    else members.push({ caseId: record.caseId, standing });
  }
  const expired = ({ standing }: Member): boolean =>
    standing.latestBegunOn !== undefined &&
    workingDaysBetween(standing.latestBegunOn, asOf, calendar) > matureAfterWorkingDays;
  const matureFor = (limit: number) => (member: Member) => isMature(member.standing, limit, () => expired(member));
  const ids = (belongs: (standing: CaseStanding) => boolean): string[] =>
    members.filter(({ standing }) => belongs(standing)).map(({ caseId }) => caseId);
  return {
    cohort: members.map(({ caseId }) => caseId),
    closedWithAttempt: {
      1: ids(({ done, attempts }) => done && attempts <= 1),
      2: ids(({ done, attempts }) => done && attempts === 2),
      3: ids(({ done, attempts }) => done && attempts === 3),
      more: ids(({ done, attempts }) => done && attempts > 3),
    },
    notClosed: ids(({ done }) => !done),
    stillOpen: ids(({ done, ended }) => !done && !ended),
    excluded,
    rates: ratesOf((limit) => [members, ({ attempts }) => attempts <= limit]),
    ratesMature: ratesOf((limit) => [members.filter(matureFor(limit)), ({ attempts }) => attempts <= limit]),
    ratesPostalFailureNotAttempt: ratesOf((limit) => [
      members,
      ({ attemptsWithoutPostalFailures }) => attemptsWithoutPostalFailures <= limit,
    ]),
    closedCohort: ATTEMPTS_SHOWN.every((limit) => members.every(matureFor(limit))),
  };
}

/** Certain for `limit`: closed either way, or beyond it, or its last allowed attempt has ended, or that one waits too long. */
function isMature(standing: CaseStanding, limit: number, expired: () => boolean): boolean {
  if (standing.done || standing.ended || standing.attempts > limit) return true;
  return (standing.attempts === limit && standing.latestEnded) || expired();
}

function ratesOf(basis: (limit: AttemptsShown) => [readonly Member[], (standing: CaseStanding) => boolean]): Rates {
  const rateFor = (limit: AttemptsShown): Rate => {
    const [members, within] = basis(limit);
    return rateOf(members.filter(({ standing }) => standing.done && within(standing)).length, members.length);
  };
  return { 1: rateFor(1), 2: rateFor(2), 3: rateFor(3) };
}

export function rateOf(numerator: number, denominator: number): Rate {
  const rate = percent(numerator, denominator);
  return { numerator, denominator, rate, shown: wholePercent(numerator, denominator) };
}
