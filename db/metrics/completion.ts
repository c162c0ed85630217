/** The completion figures of a period with the rule they follow, beside those of the year before if asked. */
import type { Db } from '../connection/connection.ts';
import { countCompletionIn, type CompletionIn } from './completion-in.ts';
import { countCompletionOut, type CompletionOut } from './completion-out.ts';
import { differenceInPoints } from './points.ts';
import { yearBefore, type CompletionQuestion } from './question.ts';
import { ruleOfRates, type RateRule } from './rate-rule.ts';

export interface Completion {
  rule: { version: string; postalFailureIsAttempt: boolean; text: string };
  attempts: CompletionIn | null;
  periods: CompletionOut | null;
  yearBefore: { rates: Rates; differenceInPoints: Rates } | null;
}
type Rates = Record<string, string | null>;

export async function readCompletion(
  db: Db,
  question: CompletionQuestion & { readonly direction: 'in' | 'out'; readonly compareWith?: 'yearBefore' },
): Promise<Completion> {
  const now = await figures(db, question);
  const earlier = question.compareWith
    ? ratesOf(await figures(db, { ...question, ...yearBefore(question) }))
    : undefined;
  const { version, postalFailureIsAttempt } = now.rule;
  return {
    rule: { version, postalFailureIsAttempt, text: textOf(question.direction, now.rule) },
    attempts: now.attempts,
    periods: now.periods,
    yearBefore: earlier ? { rates: earlier, differenceInPoints: differenceInPoints(ratesOf(now), earlier) } : null,
  };
}

interface Figures {
  readonly rule: RateRule;
  readonly attempts: CompletionIn | null;
  readonly periods: CompletionOut | null;
}

async function figures(db: Db, question: CompletionQuestion & { direction: 'in' | 'out' }): Promise<Figures> {
  const rule = await ruleOfRates(db, question.to);
  if (question.direction === 'out') return { rule, attempts: null, periods: await countCompletionOut(db, question) };
  return { rule, attempts: await countCompletionIn(db, question, rule.matureAfterWorkingDays), periods: null };
}

function ratesOf({ attempts, periods }: Figures): Rates {
  if (attempts) return { ...attempts.rates };
  if (!periods) return {};
  return { inPeriod: periods.inPeriod.rate, second: periods.second.rate, sameMonth: periods.sameMonth.rate };
}

function textOf(direction: 'in' | 'out', rule: RateRule): string {
  if (direction === 'out') {
    return 'Of the letters whose limit ended in the period: info form and money out by the due date (inPeriod), or done after at most one re-issue (second). sameMonth: of the letters received in the period, those done in the same calendar month.';
  }
  const postal = rule.postalFailureIsAttempt ? 'a new attempt' : 'the same attempt';
  return `Cases accepted in the period, cumulative by the attempts begun up to the booking; cases refused, found to be duplicates or withdrawn before the first letter do not count; after it every ending does. A letter posted again after a postal failure (M01–M03) is ${postal}. An attempt older than ${String(rule.matureAfterWorkingDays)} working days makes a case mature.`;
}
