/** The completion figures of a period with the rule they follow, beside those of the year before if asked. */
import type { Db } from '../connection/connection.ts';
import { countCompletionIn, type CompletionIn } from './completion-in.ts';
import { countCompletionOut, type CompletionOut } from './completion-out.ts';
import { differenceInPoints } from './points.ts';
import { isProvisional } from './provisional.ts';
import { yearBefore } from './question.ts';
import { ruleOfRates, type RateRule } from './rate-rule.ts';
import type { DirectedQuestion } from './standings.ts';

export interface Completion {
  rule: { version: string; postalFailureIsAttempt: boolean; text: string };
  attempts: CompletionIn | null;
  periods: CompletionOut | null;
  /** It counts working days of years whose holiday notice is not loaded. */
  provisional: boolean;
  yearBefore: { rates: Rates; differenceInPoints: Rates; provisional: boolean } | null;
}
type Rates = Record<string, string | null>;

export async function readCompletion(
  db: Db,
  question: DirectedQuestion & { readonly compareWith?: 'yearBefore' },
): Promise<Completion> {
  const now = await figures(db, question);
  const earlier = question.compareWith && (await figures(db, { ...question, ...yearBefore(question) }));
  const { version, postalFailureIsAttempt } = now.rule;
  return {
    rule: { version, postalFailureIsAttempt, text: textOf(question.direction, now.rule) },
    attempts: now.attempts,
    periods: now.periods,
    provisional: now.provisional,
    yearBefore: earlier ? comparedWith(now, earlier) : null,
  };
}

function comparedWith(now: Figures, earlier: Figures): Completion['yearBefore'] {
  const rates = ratesOf(earlier);
  return { rates, differenceInPoints: differenceInPoints(ratesOf(now), rates), provisional: earlier.provisional };
}

type Counted = Pick<Completion, 'attempts' | 'periods'>;

interface Figures extends Counted {
  readonly rule: RateRule;
  readonly provisional: boolean;
}

async function figures(db: Db, question: DirectedQuestion): Promise<Figures> {
  const rule = await ruleOfRates(db, question.to);
  const provisional = await isProvisional(db, question, rule.matureAfterWorkingDays);
  return { rule, provisional, ...(await countCompletion(db, question, rule)) };
}

/** The figures alone, in whichever direction. */
export async function countCompletion(db: Db, question: DirectedQuestion, rule: RateRule): Promise<Counted> {
  if (question.direction === 'out') return { attempts: null, periods: await countCompletionOut(db, question) };
  return { attempts: await countCompletionIn(db, question, rule.matureAfterWorkingDays), periods: null };
}

function ratesOf({ attempts, periods }: Counted): Rates {
  if (attempts) return { ...attempts.rates };
  if (!periods) return {};
  const { inPeriod, second, withinTwoLimits, sameMonth } = periods;
  return {
    inPeriod: inPeriod.rate,
    second: second.rate,
    withinTwoLimits: withinTwoLimits.rate,
    sameMonth: sameMonth.rate,
  };
}

function textOf(direction: 'in' | 'out', rule: RateRule): string {
  if (direction === 'out') {
    return 'Of the letters whose limit ended in the period: info form and money out by the due date (inPeriod), or out at all after at most one re-issue of the form, whenever (second). Other readings: out by the end of one further limit, however often it was re-issued (withinTwoLimits); of the letters received in the period, out in the same calendar month (sameMonth).';
  }
  const postal = rule.postalFailureIsAttempt ? 'a new attempt' : 'the same attempt';
  return `Cases accepted in the period, cumulative by the attempts begun up to the booking; cases refused, found to be duplicates or withdrawn before the first letter do not count; after it every ending does. A letter posted again after a postal failure (M01–M03) is ${postal}. An attempt older than ${String(rule.matureAfterWorkingDays)} working days makes a case mature.`;
}
