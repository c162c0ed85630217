/** Whose money a credit is. Nothing is matched on the amount alone; whatever does not agree stops and goes to a person. */
import { outstandingFen, type AwaitedIndex, type AwaitedTransfer } from './awaited-money.ts';
import { readMemo, type MemoKeys } from './bank-memo.ts';
import { identify, type Identified, type StrongKey } from './bank-identify.ts';

export type Verdict = 'match' | 'part' | 'split' | 'amountDiffers' | 'propose' | 'paidTwice' | 'suspense';

export interface Credit {
  readonly serial: string;
  readonly amountFen: number;
  readonly payerName: string;
  readonly memo: string;
  /** The payer's area when its name is in the directory of offices; gives a hint, never a match. */
  readonly payerAreaCode?: string;
}

/** Why the verdict is what it is; a proposal explains itself with these. */
export type VerdictReason =
  | 'amountCompletes'
  | 'sumAgrees'
  | 'markedAsPart'
  | 'shortNotMarked'
  | 'tooMuch'
  | 'sumDiffers'
  | 'digitsSwapped'
  | 'alreadySatisfied'
  | 'keysDisagree'
  | 'nameAndAmountOnly'
  | 'alreadyProposed'
  | 'severalCandidates'
  | 'areaAndAmountOnly'
  | 'nobodyNamed';

export interface BankVerdict {
  readonly verdict: Verdict;
  /** Case numbers, in the order in which the memo names them. */
  readonly cases: readonly string[];
  readonly key: StrongKey | 'nameAndAmount' | 'none';
  readonly reasons: readonly VerdictReason[];
  /** Cases it may concern; only for a person to look at. */
  readonly hints: readonly string[];
  /** What each case gets; empty unless the verdict is match, part or split. */
  readonly shares: readonly { readonly caseNumber: string; readonly amountFen: number }[];
  /** Received minus awaited, where a case is known and the amount is wrong. */
  readonly differenceFen?: number;
}

type Told = Pick<BankVerdict, 'verdict' | 'reasons'> & Partial<BankVerdict>;

/** Judges one credit against the transfers as they stand; the caller applies the shares before it judges the next one. */
export function judgeCredit(credit: Credit, index: AwaitedIndex): BankVerdict {
  const memo = readMemo(credit.memo);
  const identified = identify(memo, credit.amountFen, index);
  const { named, key } = identified;
  const [first] = named;
  if (!first) return tell([], 'none', judgeByName(credit, memo, index));
  if (identified.disagree) return tell(named, key, judgeDisagreement(credit, identified));
  return tell(named, key, named.length === 1 ? judgeOne(credit, memo, first) : judgeSeveral(credit, named));
}

function tell(named: readonly AwaitedTransfer[], key: BankVerdict['key'], told: Told): BankVerdict {
  return { cases: named.map(({ caseNumber }) => caseNumber), key, hints: [], shares: [], ...told };
}

function judgeOne({ amountFen }: Credit, memo: MemoKeys, transfer: AwaitedTransfer): Told {
  const outstanding = outstandingFen(transfer);
  const differenceFen = amountFen - outstanding;
  const shares = [{ caseNumber: transfer.caseNumber, amountFen }];
  if (outstanding <= 0)
    return amountFen === transfer.expectedFen
      ? { verdict: 'paidTwice', reasons: ['alreadySatisfied'] }
      : { verdict: 'amountDiffers', reasons: ['alreadySatisfied'], differenceFen };
  if (differenceFen === 0) return { verdict: 'match', reasons: ['amountCompletes'], shares };
  if (differenceFen < 0 && memo.marksPart) return { verdict: 'part', reasons: ['markedAsPart'], shares };
  const swapped = digitsSwapped(amountFen, outstanding);
  const why: VerdictReason = differenceFen > 0 ? 'tooMuch' : 'shortNotMarked';
  return { verdict: 'amountDiffers', reasons: swapped ? [why, 'digitsSwapped'] : [why], differenceFen };
}

function judgeSeveral({ amountFen }: Credit, named: readonly AwaitedTransfer[]): Told {
  const total = (amount: (transfer: AwaitedTransfer) => number): number =>
    named.reduce((sum, transfer) => sum + amount(transfer), 0);
  const differenceFen = amountFen - total(outstandingFen);
  if (named.every((transfer) => outstandingFen(transfer) <= 0))
    return amountFen === total(({ expectedFen }) => expectedFen)
      ? { verdict: 'paidTwice', reasons: ['alreadySatisfied'] }
      : { verdict: 'amountDiffers', reasons: ['alreadySatisfied'], differenceFen };
  if (named.some((transfer) => outstandingFen(transfer) <= 0))
    return { verdict: 'amountDiffers', reasons: ['sumDiffers', 'alreadySatisfied'], differenceFen };
  if (differenceFen !== 0) return { verdict: 'amountDiffers', reasons: ['sumDiffers'], differenceFen };
  const shares = named.map((transfer) => ({
    caseNumber: transfer.caseNumber,
    amountFen: outstandingFen(transfer),
  }));
  return { verdict: 'split', reasons: ['sumAgrees'], shares };
}

/** The memo speaks of different people: at most a proposal, never a match. */
function judgeDisagreement({ amountFen }: Credit, { named }: Identified): Told {
  const differenceFen = amountFen - named.reduce((sum, transfer) => sum + outstandingFen(transfer), 0);
  if (differenceFen === 0) return { verdict: 'propose', reasons: ['keysDisagree', 'sumAgrees'] };
  const completed = named.filter((transfer) => outstandingFen(transfer) === amountFen);
  const [only] = completed;
  if (!only || completed.length > 1) return { verdict: 'amountDiffers', reasons: ['keysDisagree'], differenceFen };
  const hints = named.filter((transfer) => transfer !== only).map(({ caseNumber }) => caseNumber);
  return { verdict: 'propose', reasons: ['keysDisagree', 'amountCompletes'], cases: [only.caseNumber], hints };
}

function judgeByName(credit: Credit, { names }: MemoKeys, index: AwaitedIndex): Told {
  const { amountFen, payerAreaCode } = credit;
  const byName = names.map((name) => index.byName(name)).filter((found) => found.length > 0);
  const candidates = [...new Set(byName.flat())];
  const completed = candidates.filter((transfer) => outstandingFen(transfer) === amountFen);
  if (completed.length === 1) return propose(completed, ['nameAndAmountOnly', 'amountCompletes']);
  if (completed.length > 1) return suspend(completed, 'severalCandidates');
  const waiting = candidates.filter((transfer) => outstandingFen(transfer) > 0);
  const sum = waiting.reduce((total, transfer) => total + outstandingFen(transfer), 0);
  if (waiting.length > 1 && byName.every((found) => found.length === 1) && sum === amountFen)
    return propose(waiting, ['nameAndAmountOnly', 'sumAgrees']);
  const satisfied = candidates.filter((found) => outstandingFen(found) <= 0 && found.expectedFen === amountFen);
  const [paid] = satisfied;
  if (paid && satisfied.length === 1)
    return {
      verdict: 'paidTwice',
      key: 'nameAndAmount',
      reasons: ['nameAndAmountOnly', 'alreadySatisfied'],
      cases: [paid.caseNumber],
    };
  const ofArea = payerAreaCode === undefined ? [] : index.byArea(payerAreaCode);
  const hinted = ofArea.filter((transfer) => outstandingFen(transfer) === amountFen);
  return hinted.length > 0 ? suspend(hinted, 'areaAndAmountOnly') : suspend(candidates, 'nobodyNamed');
}

function propose(transfers: readonly AwaitedTransfer[], reasons: VerdictReason[]): Told {
  const again = transfers.some(({ proposedFen = 0 }) => proposedFen > 0);
  return {
    verdict: 'propose',
    key: 'nameAndAmount',
    reasons: again ? [...reasons, 'alreadyProposed'] : reasons,
    cases: transfers.map(({ caseNumber }) => caseNumber),
  };
}

function suspend(hinted: readonly AwaitedTransfer[], reason: VerdictReason): Told {
  return { verdict: 'suspense', reasons: [reason], hints: hinted.map(({ caseNumber }) => caseNumber) };
}

/** Two neighbouring digits changed places: the commonest typing error, worth saying to whom must find it. */
function digitsSwapped(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((digit, position) => digit !== b[position]);
  return first >= 0 && b.slice(0, first) + b.charAt(first + 1) + b.charAt(first) + b.slice(first + 2) === a;
}
