/** Somebody who applies, is put on hold, goes on and ends before a letter leaves: such a case is in no rate of the month. */
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import { addDays, dateOf } from '../../domain/time/shanghai-day.ts';
import type { Chance } from '../chance.ts';
import type { Acknowledgement } from './acknowledged.ts';
import type { Counter, NewFact, NewTransfer, Sender } from './counter.ts';

/** An area in which no person of the practice month was born. */
const BIRTH_AREA = '440106';
const COUNTERPART = '310000';
/** As far ahead as a hold may be looked at again, nearly. */
const FAR_DAYS = 120;

export interface Visit {
  readonly seed: number;
  readonly no: number;
  readonly counter: Counter;
  readonly chance: Chance;
  readonly pause: () => Promise<unknown>;
}

/** @returns when the case has ended, or a command was refused */
export async function visit({ seed, no, counter, chance, pause }: Visit): Promise<void> {
  const key = (what: string): string => `chaos-${seed}-${no}-${what}`;
  const double = () => ({ twice: chance.happens(0.2) });
  let acceptedAt = '';
  const applying = accepting(counter, applicationOf(no), (at) => (acceptedAt = at));
  const accepted = await counter.say('clerk', key('accepted'), applying, double());
  if (!accepted) return;
  const tell = (role: 'clerk' | 'reviewer', what: string, fact: NewFact): Promise<Acknowledgement | undefined> =>
    counter.say(role, key(what), recording(counter, accepted.transferId, fact), double());

  // Allowed at any moment: it must be taken while the workflow engine is down.
  if (!(await tell('clerk', 'contacted', { kind: 'counterpartContacted', channel: 'phone' }))) return;
  const holds = chance.integer(0, 2);
  for (let round = 1; round <= holds; round++) {
    await pause();
    const held = { kind: 'held', reasonCode: 'A04', reviewOn: addDays(dateOf(acceptedAt), FAR_DAYS) } as const;
    if (!(await tell('clerk', `held-${round}`, held))) return;
    await pause();
    if (!(await tell('clerk', `resumed-${round}`, { kind: 'resumed' }))) return;
  }
  await pause();
  if (chance.happens(0.5)) await tell('clerk', 'withdrawn', { kind: 'withdrawn' });
  else await tell('reviewer', 'refused', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' });
}

export function applicationOf(no: number): NewTransfer {
  const born = `1985${pad(1 + (Math.floor(no / 27_000) % 12), 2)}${pad(1 + (Math.floor(no / 1000) % 27), 2)}`;
  const first17 = `${BIRTH_AREA}${born}${pad(no % 1000, 3)}`;
  return {
    person: { name: '混沌', idNumber: first17 + checkDigitOf(first17), mobile: `170${pad(no, 8)}` },
    counterpartAreaCode: COUNTERPART,
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
    insuredHere: true,
    drawsPension: false,
  };
}

export function accepting(counter: Counter, body: NewTransfer, tell?: (acceptedAt: string) => void): Sender {
  return async (key, headers) => {
    const { data, error, response } = await counter.client.POST('/transfers', {
      headers,
      params: { header: { 'Idempotency-Key': key } },
      body,
    });
    if (data) tell?.(data.transfer.acceptedAt);
    return { data: data && { transferId: data.transfer.id, seq: undefined }, error, response };
  };
}

export function recording(counter: Counter, id: string, body: NewFact): Sender {
  return async (key, headers) => {
    const { data, error, response } = await counter.client.POST('/transfers/{id}/facts', {
      headers,
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body,
    });
    const event = data && 'event' in data ? data.event : undefined;
    return { data: data && { transferId: id, seq: event?.seq }, error, response };
  };
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
