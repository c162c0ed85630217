/** Completion of transfers-in with the first, second and third attempt (一次、二次、三次办结率), counted by SQL. */
import { sql } from 'kysely';
import { percent, wholePercent } from '../../domain/money/rounding.ts';
import type { Db } from '../connection/connection.ts';
import { caseStandings } from './case-standings.ts';
import type { CompletionQuestion } from './question.ts';

type PerAttempt<T> = Record<1 | 2 | 3, T>;

type Excluded = 'refused' | 'duplicate' | 'withdrawnBeforeFirstLetter';

export interface CompletionIn {
  /** All cases accepted in the period: the cohort and what left before its first letter. */
  accepted: number;
  /** Linked transfers accepted in the period beside the first of their case; with them it is the volume's number. */
  furtherLegs: number;
  /** The denominator: accepted cases without refusals, duplicates and withdrawals before the first letter. */
  cohort: number;
  closedAt: PerAttempt<number>;
  closedWithin: PerAttempt<number>;
  closedLater: number;
  notClosed: number;
  stillOpen: number;
  excluded: Record<Excluded, number>;
  /** The same by reason code; '' where none was said. */
  excludedReasons: { why: Excluded; reasonCode: string; count: number }[];
  rates: PerAttempt<string | null>;
  shown: PerAttempt<number | null>;
  mature: { denominators: PerAttempt<number>; rates: PerAttempt<string | null> };
  otherReading: { name: 'postalFailureIsNoAttempt'; closedAt: PerAttempt<number>; rates: PerAttempt<string | null> };
}

export type CountedIn = { excluded_reasons?: CompletionIn['excludedReasons'] | null } & Record<
  | 'accepted'
  | 'further_legs'
  | 'cohort'
  | 'not_closed'
  | 'still_open'
  | 'closed_later'
  | 'refused'
  | 'duplicate'
  | 'withdrawn_before_first_letter'
  | `${'within' | 'other_within' | 'mature' | 'mature_within'}${1 | 2 | 3}`,
  number
>;

const ofCohort = (condition: string): string => `excluded is null and ${condition}`;

/** What each number asks of a standing; `completion-cases.ts` lists by the same words. */
export const BUCKETS_IN = {
  accepted: 'true',
  cohort: 'excluded is null',
  closedAt1: ofCohort('done and attempts <= 1'),
  closedAt2: ofCohort('done and attempts = 2'),
  closedAt3: ofCohort('done and attempts = 3'),
  closedWithin1: ofCohort('done and attempts <= 1'),
  closedWithin2: ofCohort('done and attempts <= 2'),
  closedWithin3: ofCohort('done and attempts <= 3'),
  closedLater: ofCohort('done and attempts > 3'),
  notClosed: ofCohort('not done'),
  stillOpen: ofCohort('not done and not ended'),
  endedOtherwise: ofCohort('not done and ended'),
  mature1: ofCohort('mature1'),
  mature2: ofCohort('mature2'),
  mature3: ofCohort('mature3'),
  // Left before the first letter.
  refused: "excluded = 'refused'",
  duplicate: "excluded = 'duplicate'",
  withdrawnBeforeFirstLetter: "excluded = 'withdrawnBeforeFirstLetter'",
  // The other reading: a postal failure is no attempt.
  otherClosedAt1: ofCohort('done and attempts_but_postal <= 1'),
  otherClosedAt2: ofCohort('done and attempts_but_postal = 2'),
  otherClosedAt3: ofCohort('done and attempts_but_postal = 3'),
};

const countOf = (condition: string) => sql`count(*) filter (where ${sql.raw(condition)})`;
const ATTEMPTS = [1, 2, 3] as const;
const perAttempt = (name: string, condition: (limit: 1 | 2 | 3) => string) =>
  sql.join(ATTEMPTS.map((limit) => sql`${countOf(condition(limit))} as ${sql.ref(`${name}${String(limit)}`)}`));

/** Of `standings`: a row of `CountedIn`. */
export const countsIn = sql`
  count(*) as accepted,
  coalesce(sum(further_legs), 0)::integer as further_legs,
  ${countOf(BUCKETS_IN.cohort)} as cohort,
  ${countOf(BUCKETS_IN.notClosed)} as not_closed,
  ${countOf(BUCKETS_IN.stillOpen)} as still_open,
  ${countOf(BUCKETS_IN.closedLater)} as closed_later,
  ${countOf(BUCKETS_IN.refused)} as refused,
  ${countOf(BUCKETS_IN.duplicate)} as duplicate,
  ${countOf(BUCKETS_IN.withdrawnBeforeFirstLetter)} as withdrawn_before_first_letter,
  ${perAttempt('within', (limit) => BUCKETS_IN[`closedWithin${limit}`])},
  ${perAttempt('other_within', (limit) => ofCohort(`done and attempts_but_postal <= ${limit}`))},
  ${perAttempt('mature', (limit) => BUCKETS_IN[`mature${limit}`])},
  ${perAttempt('mature_within', (limit) => `${BUCKETS_IN[`closedWithin${limit}`]} and mature${limit}`)}`;

export async function countCompletionIn(
  db: Db,
  question: CompletionQuestion,
  matureAfterWorkingDays: number,
): Promise<CompletionIn> {
  const { rows } = await sql<CountedIn>`
    with ${caseStandings(question, matureAfterWorkingDays)}
    select ${countsIn},
      (select jsonb_agg(jsonb_build_object('why', excluded, 'reasonCode', excluded_reason, 'count', cases) order by excluded, excluded_reason)
        from (select excluded, excluded_reason, count(*) as cases from standings where excluded is not null group by 1, 2) as left_before
      ) as excluded_reasons
    from standings`.execute(db);
  return asFigures(rows[0]!);
}

export function asFigures(counted: CountedIn): CompletionIn {
  const within = pick(counted, 'within');
  const otherWithin = pick(counted, 'other_within');
  const mature = pick(counted, 'mature');
  const { accepted, cohort } = counted;
  return {
    accepted,
    furtherLegs: counted.further_legs,
    cohort,
    closedAt: exactly(within),
    closedWithin: within,
    closedLater: counted.closed_later,
    notClosed: counted.not_closed,
    stillOpen: counted.still_open,
    excluded: {
      refused: counted.refused,
      duplicate: counted.duplicate,
      withdrawnBeforeFirstLetter: counted.withdrawn_before_first_letter,
    },
    excludedReasons: counted.excluded_reasons ?? [],
    rates: each((limit) => percent(within[limit], cohort) ?? null),
    shown: each((limit) => wholePercent(within[limit], cohort) ?? null),
    mature: {
      denominators: mature,
      rates: each((limit) => percent(counted[`mature_within${limit}`], mature[limit]) ?? null),
    },
    otherReading: {
      name: 'postalFailureIsNoAttempt',
      closedAt: exactly(otherWithin),
      rates: each((limit) => percent(otherWithin[limit], cohort) ?? null),
    },
  };
}

const each = <T>(value: (limit: 1 | 2 | 3) => T): PerAttempt<T> => ({ 1: value(1), 2: value(2), 3: value(3) });
const pick = (counted: CountedIn, name: 'within' | 'other_within' | 'mature') =>
  each((limit) => counted[`${name}${limit}`]);

/** Cumulative counts taken apart: with exactly the first, second, third attempt. */
function exactly(within: PerAttempt<number>): PerAttempt<number> {
  return { 1: within[1], 2: within[2] - within[1], 3: within[3] - within[2] };
}
