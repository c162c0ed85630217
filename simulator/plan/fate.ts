/** How each attempt of a transfer ends: independent draws per case and attempt, nothing dealt out by quota. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import type { Counterpart } from './counterparts.ts';
import { draws, type Draws } from '../outside/draws.ts';
import { DECISIONS, OBSTACLES, REFUSALS, type Obstacle } from './obstacles.ts';

export type AttemptEnding = { readonly how: 'passes' } | { readonly how: 'neverAnswered' } | Failure;
export interface Failure {
  readonly how: 'fails';
  readonly reason: ReasonCode;
  readonly stage: Obstacle['stage'];
}

/** Why nobody goes on: before the letter with this number would have been sent. */
export interface GivingUp {
  readonly beforeAttempt: number;
  readonly how: 'withdrawn' | 'closedWithoutTransfer';
  readonly reason: ReasonCode;
}

export interface Fate {
  readonly refusedFor?: ReasonCode;
  /** In the order of the letters; the last one passes, is never answered, or is followed by the giving up. */
  readonly attempts: readonly AttemptEnding[];
  readonly givesUp?: GivingUp;
}

/** The same for the same seed, number and office. */
export function fateOf(seed: number, no: number, { channel }: Pick<Counterpart, 'channel'>, strictness: number): Fate {
  const draw = draws(seed, 'fate', no);
  const refusedFor = (Object.entries(REFUSALS) as [ReasonCode, number][]).find(([code, likely]) =>
    draw.chance(`refused ${code}`, likely),
  )?.[0];
  if (refusedFor) return { refusedFor, attempts: [] };
  if (draw.chance('withdraws at once', DECISIONS.withdrawsBeforeFirstLetter))
    return { attempts: [], givesUp: { beforeAttempt: 1, how: 'withdrawn', reason: 'W01' } };

  const met = OBSTACLES.filter(({ stage }) => stage !== (channel === 'ems' ? 'platform' : 'mail'));
  const lasting = new Set(met.filter((one) => one.kind === 'lasting' && isThere(draw, one, 'case', strictness)));
  const attempts: AttemptEnding[] = [];
  for (let attempt = 1; ; attempt++) {
    if (draw.chance(`never answers ${attempt}`, DECISIONS.neverAnswers))
      return { attempts: [...attempts, { how: 'neverAnswered' }] };
    const first = met.find((one) =>
      one.kind === 'lasting' ? lasting.has(one) : isThere(draw, one, String(attempt), strictness),
    );
    if (!first) return { attempts: [...attempts, { how: 'passes' }] };
    attempts.push({ how: 'fails', reason: first.code, stage: first.stage });
    const givesUp = givingUp(draw, first, attempt);
    if (givesUp) return { attempts, givesUp };
    mend(draw, lasting, first, attempt);
  }
}

function isThere(draw: Draws, one: Obstacle, when: string, strictness: number): boolean {
  return draw.chance(`${one.code} ${when}`, one.probability * (one.byStrictness ? strictness : 1));
}

function givingUp(draw: Draws, met: Obstacle, attempt: number): GivingUp | undefined {
  const beforeAttempt = attempt + 1;
  if (met.final) return { beforeAttempt, how: 'closedWithoutTransfer', reason: met.code };
  const likely = DECISIONS.givesUpAfterReturn[attempt - 1] ?? 1;
  if (!draw.chance(`gives up ${attempt}`, likely)) return undefined;
  // A wrong amount is no ground on which the office itself may close a transfer.
  return met.stage === 'amount' || draw.chance(`withdraws ${attempt}`, DECISIONS.withdraws)
    ? { beforeAttempt, how: 'withdrawn', reason: 'W01' }
    : { beforeAttempt, how: 'closedWithoutTransfer', reason: met.code };
}

/** The next letter may be right; what the other office has not named yet is still wrong. */
function mend(draw: Draws, lasting: Set<Obstacle>, named: Obstacle, attempt: number): void {
  const likely = Math.min(0.95, (named.mended ?? 1) + 0.4 * (attempt - 1));
  if (draw.chance(`mends ${named.code} ${attempt}`, likely)) lasting.delete(named);
}
