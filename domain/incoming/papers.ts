/** Papers that come in (来件), each registered on the day on which it came. */
import type { Defect } from '../errors.ts';
import { isS10, normaliseWaybill } from '../letters/waybill.ts';
import { dateOf } from '../time/shanghai-day.ts';

export const INCOMING_KINDS = ['letter', 'form', 'dispute', 'chaser', 'ownLetterBack', 'other'] as const;
export type IncomingKind = (typeof INCOMING_KINDS)[number];

/** The direction of the transfers to which a paper of the kind belongs; nobody can say it of the rest. */
export const DIRECTION_OF = {
  letter: 'out',
  form: 'in',
  dispute: 'out',
  chaser: 'out',
  ownLetterBack: 'in',
  other: undefined,
} as const satisfies Record<IncomingKind, 'in' | 'out' | undefined>;

/** It opened a transfer, belongs to one, is another copy of a letter that is known, waits for somebody, or was set aside as nobody's here. */
export const INCOMING_STATES = ['opened', 'attached', 'known', 'parked', 'setAside'] as const;
export type IncomingState = (typeof INCOMING_STATES)[number];

/** Why it waits: who sent it, whom it is about, or which case it belongs to. */
export const PARKED_FOR = ['sender', 'person', 'case'] as const;
export type ParkedFor = (typeof PARKED_FOR)[number];

export interface IncomingDays {
  readonly arrivedAt: Date;
  readonly letterDated?: string | undefined;
}

/** A second for clocks that differ. */
const TOLERANCE_MS = 1000;

/** Whatever a paper says, it is registered; only that it came before it was written, or will come, cannot be. */
export function dayDefects({ arrivedAt, letterDated }: IncomingDays, now: Date): Defect[] {
  const isAhead = arrivedAt.getTime() > now.getTime() + TOLERANCE_MS;
  const isOlder = letterDated !== undefined && letterDated > dateOf(arrivedAt);
  return [
    isAhead ? [{ field: 'arrivedAt', code: 'future', message: 'A paper that is here has arrived.' }] : [],
    isOlder
      ? [
          {
            field: 'letterDated',
            code: 'afterArrival',
            message: 'A letter is not dated after the day on which it came.',
          },
        ]
      : [],
  ].flat();
}

const S10_SHAPED = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** Other offices send by whichever courier they like: letters and digits, and of UPU S10 a right check digit. Undefined: it was misread. */
export function envelopeNumber(text: string): string | undefined {
  const number = normaliseWaybill(text);
  if (!/^[A-Z0-9]{8,30}$/.test(number)) return undefined;
  return S10_SHAPED.test(number) && !isS10(number) ? undefined : number;
}
