/** What is to become of a credit: the bank's verdict turned into parts that sum to it, each with state, reason and transfer. */
import { outstandingFen } from './awaited-money.ts';
import type { MemoKeys } from './bank-memo.ts';
import { judgeCredit, type BankVerdict, type Credit, type Verdict } from './bank-verdict.ts';
import { indexOf, isNamed, type Candidate } from './candidates.ts';
import type { CreditExplanation } from './credit-explanation.ts';

export interface PlannedPart {
  readonly amountFen: number;
  readonly state: 'matched' | 'proposed' | 'suspense';
  /** A reason code, or which rule it was; `db/procedure/form-against-money.ts` counts what is certain by it. */
  readonly reason: string;
  readonly candidate: Candidate | undefined;
  /** Of this part, where those of one credit differ. */
  readonly verdict?: Verdict;
}

export interface CreditPlan {
  readonly verdict: Verdict;
  readonly parts: readonly PlannedPart[];
  readonly explanation: CreditExplanation;
}

export function planCredit(credit: Credit, memo: MemoKeys, candidates: readonly Candidate[]): CreditPlan {
  const verdict = judgeCredit(credit, indexOf(candidates));
  const nobodyAwaits =
    verdict.key === 'none' || verdict.key === 'nameAndAmount' || verdict.reasons.includes('alreadySatisfied');
  const early = nobodyAwaits && verdict.key !== 'caseNumber' ? planWithoutForm(credit, memo, candidates) : undefined;
  return (
    early ?? { verdict: verdict.verdict, parts: partsOf(credit, verdict, candidates), explanation: explain(verdict) }
  );
}

/** Money for somebody whose info form is not in yet, or whose transfer has ended without one. */
function planWithoutForm(credit: Credit, memo: MemoKeys, candidates: readonly Candidate[]): CreditPlan | undefined {
  const named = candidates.filter((candidate) => !candidate.completed && isNamed(candidate, memo));
  const waiting = named.filter(({ open, awaited }) => open && !awaited);
  const [only] = waiting;
  const { amountFen } = credit;
  const about = { key: 'identified', hints: [] as string[] } as const;
  if (only && waiting.length === 1) {
    const reason = memo.marksPart ? 'part' : 'F02';
    return {
      verdict: memo.marksPart ? 'part' : 'propose',
      parts: [{ amountFen, state: 'proposed', reason, candidate: only }],
      explanation: { ...about, reasons: ['formNotIn'], cases: [only.caseNo] },
    };
  }
  const hinted = waiting.length > 0 ? waiting : named.filter(({ open }) => !open);
  if (hinted.length === 0) return undefined;
  return {
    verdict: 'suspense',
    parts: [{ amountFen, state: 'suspense', reason: waiting.length > 0 ? 'F04' : 'F07', candidate: undefined }],
    explanation: {
      ...about,
      reasons: [waiting.length > 0 ? 'severalCandidates' : 'transferEnded'],
      cases: [],
      hints: hinted.map(({ caseNo }) => caseNo),
    },
  };
}

function explain({ key, reasons, cases, hints, differenceFen }: BankVerdict): CreditExplanation {
  return { key, reasons, cases, hints, ...(differenceFen !== undefined && { differenceFen }) };
}

function partsOf({ amountFen }: Credit, verdict: BankVerdict, candidates: readonly Candidate[]): PlannedPart[] {
  const byCase = new Map(candidates.map((candidate) => [candidate.caseNo, candidate]));
  const named = verdict.cases.flatMap((caseNo) => byCase.get(caseNo) ?? []);
  const [first] = named;
  const whole = (part: Omit<PlannedPart, 'amountFen'>): PlannedPart[] => [{ amountFen, ...part }];
  const [only] = named.length === 1 ? [first] : [];
  switch (verdict.verdict) {
    case 'match':
    case 'part':
    case 'split':
      return verdict.shares.map((share) => ({
        amountFen: share.amountFen,
        state: 'matched',
        reason: verdict.key,
        candidate: byCase.get(share.caseNumber),
      }));
    case 'propose':
      return proposeShares(
        amountFen,
        named,
        verdict.reasons.includes('keysDisagree') ? 'keysDisagree' : 'nameAndAmount',
      );
    case 'paidTwice':
      return whole({ state: 'suspense', reason: 'F06', candidate: only });
    case 'amountDiffers':
      // More than was due to somebody who has it all already: nobody's step would look at it.
      if (verdict.reasons.includes('alreadySatisfied'))
        return whole({ state: 'suspense', reason: 'F06', candidate: only });
      // Whose share differs, or who is meant at all, only a person can say.
      if (!only?.open || verdict.reasons.includes('keysDisagree'))
        return whole({ state: 'suspense', reason: 'F03', candidate: undefined });
      return whole({ state: 'proposed', reason: 'F03', candidate: only });
    case 'suspense':
      return whole({ state: 'suspense', reason: 'F04', candidate: undefined });
  }
}

/** Several people whose sum agrees get what each awaits; one gets all. */
function proposeShares(amountFen: number, named: readonly Candidate[], reason: string): PlannedPart[] {
  const shares = named.map((candidate) => (candidate.awaited ? outstandingFen(candidate.awaited) : 0));
  const sum = shares.reduce((total, share) => total + share, 0);
  const agrees = sum === amountFen && shares.every((share) => share > 0);
  if (named.length > 1 && agrees)
    return named.map((candidate, index) => ({ amountFen: shares[index]!, state: 'proposed', reason, candidate }));
  const [only] = named;
  return [{ amountFen, state: only?.open ? 'proposed' : 'suspense', reason, candidate: only }];
}
