/** A batch: the bank gives each detail its own amount and words, so each is judged by itself, and never shared out by what is awaited. */
import { readMemo } from './bank-memo.ts';
import type { Credit, Verdict } from './bank-verdict.ts';
import { isNamed, type Candidate } from './candidates.ts';
import type { CreditReason } from './credit-explanation.ts';
import { planCredit, type CreditPlan, type PlannedPart } from './credit-plan.ts';

export interface CreditDetail {
  readonly amountFen: number;
  readonly memo: string;
}

/** The whole credit at once where the bank says nothing of its details, or they name nobody. */
export function planWithDetails(
  credit: Credit,
  details: readonly CreditDetail[],
  candidates: readonly Candidate[],
): CreditPlan {
  const whole = (): CreditPlan => planCredit(credit, readMemo(credit.memo), candidates);
  if (details.length === 0) return whole();
  const sum = details.reduce((total, { amountFen }) => total + amountFen, 0);
  if (sum !== credit.amountFen || details.some(({ amountFen }) => amountFen <= 0))
    return stopForPerson(whole(), 'detailsDiffer');
  const plans = planGroups(credit, grouped(details, candidates), candidates);
  if (plans.every(({ parts }) => parts.every(({ candidate }) => candidate === undefined))) {
    const plan = whole();
    return agreesWithDetails(plan, details) ? plan : stopForPerson(plan, 'detailsDiffer');
  }
  return plans.length === 1 ? plans[0]! : together(plans);
}

/** Two details for one person (account and pooled fund) are one payment to his transfer. */
function grouped(details: readonly CreditDetail[], candidates: readonly Candidate[]): CreditDetail[] {
  const groups = new Map<string, CreditDetail>();
  for (const [index, detail] of details.entries()) {
    const memo = readMemo(detail.memo);
    const named = candidates.filter((candidate) => isNamed(candidate, memo)).map(({ caseNo }) => caseNo);
    const key = named.length > 0 ? named.sort().join(' ') : `#${String(index)}`;
    const before = groups.get(key);
    groups.set(key, {
      amountFen: (before?.amountFen ?? 0) + detail.amountFen,
      memo: before ? `${before.memo} ${detail.memo}` : detail.memo,
    });
  }
  return [...groups.values()];
}

/** One after the other: what one group has brought is not awaited any more by the next. */
function planGroups(credit: Credit, groups: readonly CreditDetail[], candidates: readonly Candidate[]): CreditPlan[] {
  let waiting = [...candidates];
  return groups.map(({ amountFen, memo }) => {
    const plan = planCredit({ ...credit, amountFen, memo }, readMemo(memo), waiting);
    waiting = waiting.map((candidate) => afterParts(candidate, plan.parts));
    return plan;
  });
}

function afterParts(candidate: Candidate, parts: readonly PlannedPart[]): Candidate {
  const matched = parts.filter((part) => part.state === 'matched' && part.candidate?.caseNo === candidate.caseNo);
  if (!candidate.awaited || matched.length === 0) return candidate;
  const matchedFen = matched.reduce((total, { amountFen }) => total + amountFen, candidate.awaited.matchedFen);
  return { ...candidate, awaited: { ...candidate.awaited, matchedFen } };
}

/** Shares that the memo of the whole led to must be the amounts that the bank gives. */
function agreesWithDetails({ parts }: CreditPlan, details: readonly CreditDetail[]): boolean {
  if (parts.every(({ state }) => state === 'suspense')) return true;
  const sorted = (of: readonly { readonly amountFen: number }[]): string =>
    of
      .map(({ amountFen }) => amountFen)
      .sort((a, b) => a - b)
      .join(' ');
  return parts.length === 1 || sorted(parts) === sorted(details);
}

/** The verdict that most needs a person stands for all of them; each part keeps its own. */
const GRAVEST: readonly Verdict[] = ['amountDiffers', 'paidTwice', 'suspense', 'propose'];

function together(plans: readonly CreditPlan[]): CreditPlan {
  const unique = <Name extends string>(of: (plan: CreditPlan) => readonly Name[]): Name[] => [
    ...new Set(plans.flatMap(of)),
  ];
  const cases = unique(({ explanation }) => explanation.cases);
  const good = cases.length > 1 ? 'split' : plans[0]!.verdict;
  return {
    verdict: GRAVEST.find((verdict) => plans.some((plan) => plan.verdict === verdict)) ?? good,
    parts: plans.flatMap((plan) => plan.parts.map((part) => ({ ...part, verdict: plan.verdict }))),
    explanation: {
      key: 'details',
      reasons: unique(({ explanation }) => explanation.reasons),
      cases,
      hints: unique(({ explanation }) => explanation.hints),
    },
  };
}

/** Nothing goes to a transfer before a person has looked; what would have waited anyway only says one reason more. */
export function stopForPerson(plan: CreditPlan, reason: CreditReason): CreditPlan {
  const { parts, explanation } = plan;
  const reasons = [...explanation.reasons, reason];
  if (parts.every(({ state }) => state === 'suspense')) return { ...plan, explanation: { ...explanation, reasons } };
  const amountFen = parts.reduce((total, part) => total + part.amountFen, 0);
  return {
    verdict: 'suspense',
    parts: [{ amountFen, state: 'suspense', reason, candidate: undefined }],
    explanation: {
      ...explanation,
      reasons,
      cases: [],
      hints: [...new Set([...explanation.cases, ...explanation.hints])],
    },
  };
}
