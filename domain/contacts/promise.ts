/** What somebody was promised until an instant: one owner, one clock; kept in time, or broken. */
import type { Defect } from '../errors.ts';
import { phoneKind, takesSms } from '../persons/phone.ts';

export const PROMISE_CHANNELS = ['window', 'phone', 'sms', 'letter'] as const;
export type PromiseChannel = (typeof PROMISE_CHANNELS)[number];

/** It is done until then, it was not, or the time is not over. */
export const PROMISE_STATES = ['open', 'kept', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export interface SaidOfPromise {
  readonly channel: PromiseChannel;
  readonly dueAt: Date;
  readonly phone?: string | undefined;
}

/** `mobile` is what the office has of the person; `madeAt` the instant of the talk. */
export function promiseDefects(
  promise: SaidOfPromise,
  known: { readonly mobile: string | null; readonly madeAt: Date },
): Defect[] {
  const phone = promise.phone?.trim() ?? '';
  const byNumber = promise.channel === 'phone' || promise.channel === 'sms';
  const number = phone === '' ? known.mobile : phone;
  const found: (Defect | false)[] = [
    promise.dueAt <= known.madeAt && {
      field: 'promise.dueAt',
      code: 'past',
      message: 'A promise lies ahead of the talk in which it was made.',
    },
    byNumber &&
      number === null && {
        field: 'promise.phone',
        code: 'missing',
        message: 'Nobody can be reached without a number: ask for one, or promise it otherwise.',
      },
    phone !== '' &&
      phoneKind(phone) === 'unknown' && {
        field: 'promise.phone',
        code: 'telephone',
        message: 'Not a telephone number.',
      },
    promise.channel === 'sms' &&
      number !== null &&
      phoneKind(number) === 'fixedLine' &&
      !takesSms(number) && {
        field: 'promise.phone',
        code: 'takesNoSms',
        message: 'This number takes no SMS: promise a call.',
      },
  ];
  return found.filter((one) => one !== false);
}
