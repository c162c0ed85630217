/** Completion of transfers-in with the first, second and third attempt (一次、二次、三次办结率), counted by SQL. */
import { sql } from 'kysely';
import { percent, wholePercent } from '../../domain/money/rounding.ts';
import type { Db } from '../connection/connection.ts';
import { caseStandings } from './case-standings.ts';
import type { CompletionQuestion } from './question.ts';

type PerAttempt<T> = Record<1 | 2 | 3, T>;

export interface CompletionIn {
  /** The denominator: accepted cases without refusals, duplicates and withdrawals before the first letter. */
  cohort: number;
  closedAt: PerAttempt<number>;
  closedWithin: PerAttempt<number>;
  closedLater: number;
  notClosed: number;
  stillOpen: number;
  excluded: Record<'refused' | 'duplicate' | 'withdrawnBeforeFirstLetter', number>;
  rates: PerAttempt<string | null>;
  shown: PerAttempt<number | null>;
  mature: { denominators: PerAttempt<number>; rates: PerAttempt<string | null> };
  otherReading: { name: 'postalFailureIsNoAttempt'; closedAt: PerAttempt<number>; rates: PerAttempt<string | null> };
}

type Counted = Record<
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

const countOf = (condition: string) => sql`count(*) filter (where ${sql.raw(condition)})`;
const perAttempt = (name: string, condition: (limit: number) => string) =>
  sql.join([1, 2, 3].map((limit) => sql`${countOf(condition(limit))} as ${sql.ref(`${name}${String(limit)}`)}`));

export async function countCompletionIn(
  db: Db,
  question: CompletionQuestion,
  matureAfterWorkingDays: number,
): Promise<CompletionIn> {
  const { rows } = await sql<Counted>`
    with ${caseStandings(question, matureAfterWorkingDays)}
    select
      ${countOf('excluded is null')} as cohort,
      ${countOf('excluded is null and not done')} as not_closed,
      ${countOf('excluded is null and not done and not ended')} as still_open,
      ${countOf('excluded is null and done and attempts > 3')} as closed_later,
      ${countOf("excluded = 'refused'")} as refused,
      ${countOf("excluded = 'duplicate'")} as duplicate,
      ${countOf("excluded = 'withdrawnBeforeFirstLetter'")} as withdrawn_before_first_letter,
      ${perAttempt('within', (limit) => `excluded is null and done and attempts <= ${limit}`)},
      ${perAttempt('other_within', (limit) => `excluded is null and done and attempts_but_postal <= ${limit}`)},
      ${perAttempt('mature', (limit) => `excluded is null and mature${limit}`)},
      ${perAttempt('mature_within', (limit) => `excluded is null and mature${limit} and done and attempts <= ${limit}`)}
    from standings`.execute(db);
  return asFigures(rows[0]!);
}

function asFigures(counted: Counted): CompletionIn {
  const within = pick(counted, 'within');
  const otherWithin = pick(counted, 'other_within');
  const mature = pick(counted, 'mature');
  const { cohort } = counted;
  return {
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
const pick = (counted: Counted, name: 'within' | 'other_within' | 'mature') =>
  each((limit) => counted[`${name}${limit}`]);

/** Cumulative counts taken apart: with exactly the first, second, third attempt. */
function exactly(within: PerAttempt<number>): PerAttempt<number> {
  return { 1: within[1], 2: within[2] - within[1], 3: within[3] - within[2] };
}
