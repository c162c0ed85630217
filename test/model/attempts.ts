/** What a case's attempts amount to on a given day: the facts under every pass rate. */
import { POSTAL_FAILURES, REASON_CODES, type Effect, type ReasonCode } from '../../domain/facts/reason-codes.ts';

/** One letter sent, or one request for correction. It ends by a return; a hold leaves it running. */
export interface Attempt {
  readonly begunOn: string;
  readonly endedOn?: string;
  readonly endedBy?: ReasonCode;
}

export interface CaseRecord {
  readonly caseId: string;
  readonly acceptedOn: string;
  /** In the order of their beginning. */
  readonly attempts: readonly Attempt[];
  /** 办结 dates; a reopening takes the pass away until the next one. */
  readonly closings?: readonly { readonly doneOn: string; readonly reopenedOn?: string }[];
  readonly endedWithoutTransfer?: {
    readonly on: string;
    readonly how: 'refused' | 'withdrawn' | 'closedWithoutTransfer';
    readonly reason?: ReasonCode;
  };
}

export interface CaseStanding {
  readonly attempts: number;
  /** The same without the attempts that only posted an unread letter again. */
  readonly attemptsWithoutPostalFailures: number;
  readonly done: boolean;
  readonly ended: boolean;
  /** Why the case does not belong to the cohort. */
  readonly excluded: 'refused' | 'withdrawnBeforeFirstLetter' | undefined;
  /** When the latest attempt began, and whether it has ended. */
  readonly latestBegunOn: string | undefined;
  readonly latestEnded: boolean;
}

/** The case as of the end of a day. Counts what had happened by then and nothing later. */
export function standingOf(record: CaseRecord, asOf: string): CaseStanding {
  const closing = record.closings?.findLast(({ doneOn }) => doneOn <= asOf);
  const done = closing !== undefined && !(closing.reopenedOn !== undefined && closing.reopenedOn <= asOf);
  const ending = record.endedWithoutTransfer;
  const ended = !done && ending !== undefined && ending.on <= asOf;
  const countedUntil = done ? closing.doneOn : ended ? ending.on : asOf;
  const begun = record.attempts.filter(({ begunOn }) => begunOn <= countedUntil);
  const latest = begun.at(-1);
  return {
    attempts: begun.length,
    attemptsWithoutPostalFailures: begun.length - begun.filter((_, index) => followsPostalFailure(begun, index)).length,
    done,
    ended,
    excluded: ended ? exclusion(ending, begun.length) : undefined,
    latestBegunOn: latest?.begunOn,
    latestEnded: latest !== undefined && hasEnded(latest, asOf),
  };
}

function followsPostalFailure(attempts: readonly Attempt[], index: number): boolean {
  const reason = attempts[index - 1]?.endedBy;
  return reason !== undefined && POSTAL_FAILURES.includes(reason);
}

function hasEnded({ endedOn, endedBy }: Attempt, asOf: string): boolean {
  return endedOn !== undefined && endedOn <= asOf && (endedBy === undefined || endsAttempt(endedBy, 'R'));
}

/** Refusals, duplicates and withdrawals do not count when no letter had gone out; afterwards every ending does. */
function exclusion(
  ending: NonNullable<CaseRecord['endedWithoutTransfer']>,
  attempts: number,
): CaseStanding['excluded'] {
  if (attempts > 0) return undefined;
  if (ending.how === 'refused' || ending.reason?.startsWith('A')) return 'refused';
  const withdrawn = ending.how === 'withdrawn' || ending.reason?.startsWith('W');
  return withdrawn ? 'withdrawnBeforeFirstLetter' : undefined;
}

/** Does registering the reason with this effect end the attempt? A hold never does. */
export function endsAttempt(code: ReasonCode, effect: Effect = REASON_CODES[code].effect): boolean {
  return REASON_CODES[code].consumesAttempt && effect !== 'H';
}
