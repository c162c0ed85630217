/** What the form of a contact holds, and what is sent of it. Pure. */
import type { Schemas } from '../api/types.ts';
import { instantOfInput } from '../format/day.ts';

export interface ContactValues {
  readonly channel: Schemas['ContactChannel'];
  readonly direction: Schemas['Direction'];
  readonly topic?: string;
  readonly consultation?: boolean;
  readonly outcome: Schemas['ContactOutcome'];
  readonly text?: string;
  readonly employer?: string;
  readonly caller?: { readonly name?: string; readonly idNumber?: string; readonly mobile?: string };
  readonly toldPersonal?: boolean;
  readonly identity?: Schemas['IdentityMeans'];
  readonly identityCheckId?: string;
  readonly promise?: {
    readonly channel?: Schemas['NewPromise']['channel'];
    readonly dueAt?: string;
    readonly phone?: string;
    readonly text?: string;
  };
}

/** What is usual at a counter: ten seconds are enough for the rest. */
export const AT_THE_WINDOW: ContactValues = {
  channel: 'window',
  direction: 'in',
  consultation: true,
  outcome: 'solvedAtOnce',
  promise: { channel: 'phone' },
};

export interface About {
  /** The transfer that it is about; its person is whom it is about. */
  readonly transferId?: string | undefined;
  /** The promise that is kept by it. */
  readonly keepsPromiseId?: string | undefined;
}

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

const known = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;

export function toNewContact(values: ContactValues, { transferId, keepsPromiseId }: About): Schemas['NewContact'] {
  const { channel, direction, topic = '', consultation = false, outcome, toldPersonal = false } = values;
  const identity = toldPersonal ? values.identity : undefined;
  return {
    channel,
    direction,
    topic,
    consultation,
    outcome,
    ...known({
      transferId,
      keepsPromiseId,
      caller: transferId === undefined && keepsPromiseId === undefined ? callerOf(values) : undefined,
      employer: filled(values.employer),
      text: filled(values.text),
      toldPersonal: toldPersonal || undefined,
      identity,
      identityCheckId: identity === 'mobileMatched' ? values.identityCheckId : undefined,
      promise: outcome === 'promised' ? promiseOf(values) : undefined,
    }),
  };
}

function callerOf({ caller = {} }: ContactValues): Schemas['NewContact']['caller'] {
  const said = known({ name: filled(caller.name), idNumber: filled(caller.idNumber), mobile: filled(caller.mobile) });
  return Object.keys(said).length === 0 ? undefined : said;
}

function promiseOf({ promise = {} }: ContactValues): Schemas['NewPromise'] | undefined {
  const { channel = 'phone', dueAt = '' } = promise;
  const at = instantOfInput(dueAt);
  if (at === undefined) return undefined;
  return { channel, dueAt: at, ...known({ phone: filled(promise.phone), text: filled(promise.text) }) };
}
