/** What another office does with a letter that reached it, and when; only the outside world knows it beforehand. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { draws } from '../outside/draws.ts';
import type { AttemptEnding } from './fate.ts';
import type { FormFault } from './info-form.ts';
import { afterWorkingDays, type OfficeMs } from '../outside/office-time.ts';

export interface Answer {
  /** It returns the letter. */
  readonly returned?: { readonly at: OfficeMs; readonly reason: ReasonCode };
  readonly form?: { readonly at: OfficeMs; readonly fault: FormFault | undefined };
  /** When it decides to pay; it pays once, whatever becomes of its form. */
  readonly payAt?: OfficeMs;
  /** It telephones that it must settle something first: arrears, or several accounts. */
  readonly hold?: { readonly from: OfficeMs; readonly until: OfficeMs; readonly reason: ReasonCode };
}

/** `deliveredAt` on the day that the letter reached it; nothing at all when it never answers. */
export function answerOf(
  seed: number,
  no: number,
  attempt: number,
  ending: AttemptEnding,
  deliveredAt: OfficeMs,
): Answer {
  if (ending.how === 'neverAnswered') return {};
  const draw = draws(seed, 'answer', no, attempt);
  const minute = (name: string): number => draw.integer(name, 9 * 60 + 5, 16 * 60 + 30);
  // The sum of two draws: most take a week, few two or three days, some the whole limit.
  const days = 1 + draw.integer('days', 1, 5) + draw.integer('more days', 0, 5);
  const slow = draw.chance('slow', 0.03) ? draw.integer('slow days', 6, 10) : 0;
  if (ending.how === 'fails' && ending.stage === 'letterCheck')
    return {
      returned: { at: afterWorkingDays(deliveredAt, Math.ceil(days / 2), minute('returned')), reason: ending.reason },
    };
  const hold = draw.chance('hold', 0.03)
    ? {
        from: afterWorkingDays(deliveredAt, 1, minute('hold')),
        until: afterWorkingDays(deliveredAt, 3, minute('until')),
        reason: draw.pick<ReasonCode>('hold reason', ['L04', 'L07']),
      }
    : undefined;
  const ready = days + slow + (hold ? 3 : 0);
  const moneyFirst = draw.chance('money first', 0.3);
  const between = draw.integer('between', 0, 3);
  return {
    ...(hold ? { hold } : {}),
    form: {
      at: afterWorkingDays(deliveredAt, ready + (moneyFirst ? between : 0), minute('form')),
      fault: ending.how === 'fails' ? faultOf(ending.reason) : undefined,
    },
    payAt: afterWorkingDays(deliveredAt, ready + (moneyFirst ? 0 : between), minute('money')),
  };
}

function faultOf(reason: ReasonCode): FormFault | undefined {
  return reason === 'D01' || reason === 'D06' || reason === 'F03' ? reason : undefined;
}
