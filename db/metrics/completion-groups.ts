/** The completion figures taken apart: by month of the cohort, or by what is known of each case. */
import { sql } from 'kysely';
import { monthsOf } from '../../domain/time/months.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { asFigures, countsIn, type CompletionIn, type CountedIn } from './completion-in.ts';
import { asPeriods, countsOut, type CompletionOut, type CountedOut } from './completion-out.ts';
import { countCompletion } from './completion.ts';
import { groupedBy, type Grouping } from './groupings.ts';
import { ruleOfRates } from './rate-rule.ts';
import { standingsOf, type DirectedQuestion } from './standings.ts';

export interface CompletionGroup {
  /** `2026-05`, an area code, a scheme, a mark of category, a type; `none` where nothing is said. */
  key: string;
  /** Of a counterpart. */
  name: string | null;
  attempts: GroupIn | null;
  periods: Pick<CompletionOut, 'due' | 'inPeriod' | 'second'> | null;
}

type GroupIn = Pick<CompletionIn, 'cohort' | 'closedWithin' | 'notClosed' | 'stillOpen' | 'rates' | 'mature'>;

export async function readCompletionGroups(
  db: Db,
  keyring: Keyring,
  question: DirectedQuestion,
  by: Grouping | 'month',
): Promise<CompletionGroup[]> {
  return by === 'month' ? byMonth(db, question) : byKey(db, keyring, question, by);
}

/** Each month as it is counted when asked for alone, by the rule in force then. */
async function byMonth(db: Db, question: DirectedQuestion): Promise<CompletionGroup[]> {
  const groups: CompletionGroup[] = [];
  for (const { month, from, to } of monthsOf(question.from, question.to)) {
    const ofMonth = { ...question, from, to };
    const { attempts, periods } = await countCompletion(db, ofMonth, await ruleOfRates(db, to));
    groups.push(asGroup({ key: month, name: null }, attempts, periods));
  }
  return groups;
}

async function byKey(db: Db, keyring: Keyring, question: DirectedQuestion, by: Grouping): Promise<CompletionGroup[]> {
  const isIn = question.direction === 'in';
  const { rows } = await sql<{ key: string; name: string | null } & (CountedIn | CountedOut)>`
    with ${await standingsOf(db, question)},
    ${await groupedBy(db, keyring, question, by)}
    select grouped.key, max(grouped.name) as name, ${isIn ? countsIn : countsOut}
    from standings
    join grouped on grouped.case_id = standings.case_id
    group by grouped.key
    order by grouped.key`.execute(db);
  return rows.map((row) => ('due' in row ? asGroup(row, null, asPeriods(row)) : asGroup(row, asFigures(row), null)));
}

function asGroup(
  { key, name }: Pick<CompletionGroup, 'key' | 'name'>,
  attempts: CompletionIn | null,
  periods: CompletionOut | null,
): CompletionGroup {
  return { key, name, attempts: attempts && ofAttempts(attempts), periods: periods && ofPeriods(periods) };
}

const ofAttempts = ({ cohort, closedWithin, notClosed, stillOpen, rates, mature }: CompletionIn): GroupIn => ({
  cohort,
  closedWithin,
  notClosed,
  stillOpen,
  rates,
  mature,
});

const ofPeriods = ({ due, inPeriod, second }: CompletionOut) => ({ due, inPeriod, second });
