/** Clerks who work off the worklist of an office: whoever owns the open step says the fact that ends it. */
import { setTimeout as delay } from 'node:timers/promises';
import { aForm } from '../../simulator/plan/sample-form.ts';
import type { Reply } from './api-client.ts';
import { acceptOne } from './applicants.ts';
import { FORM_FEN, type Money } from './money.ts';
import type { Counter } from './office-processes.ts';
import type { OpenStep, Worklist } from './worklist.ts';

const FORM = aForm(FORM_FEN);

/** The fact that ends a step, in the nine steps of a transfer whose entry is sent back once. */
export function factOf({ step, ordinal }: OpenStep): object {
  switch (step) {
    case 'review':
      return { kind: 'reviewed', outcome: 'eligible' };
    case 'liaisonLetter':
      return { kind: 'letterSent', channel: 'platform' };
    case 'delivery':
      return { kind: 'letterDelivered' };
    case 'formAndFunds':
      return { kind: 'infoFormReceived', form: FORM };
    case 'entry':
      return { kind: 'entered' };
    case 'secondReview':
      return ordinal < 7
        ? { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S01' }
        : { kind: 'secondReviewed', outcome: 'approved' };
    case 'booking':
      return { kind: 'booked' };
    default:
      throw new Error(`nobody here ends ${step}`);
  }
}

/** From the counter to the booking; eleven requests, nine steps. Gives back the transfer's id. */
export async function walkTransfer(
  office: Counter,
  list: Worklist,
  { no, money, pauseMs = 0 }: { no: number; money: Money; pauseMs?: number },
): Promise<string> {
  const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, no);
  for (let ordinal = 0; ; ordinal++) {
    const open = await list.opened(transferId, ordinal);
    await delay(pauseMs);
    await endStep(office, open, money, pauseMs);
    if (open.step === 'booking') return transferId;
  }
}

/** The same, with the milliseconds from the request that ended each step until the next one was to be seen. */
export async function watchedWalk(office: Counter, list: Worklist, no: number, money: Money): Promise<number[]> {
  const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, no);
  const took: number[] = [];
  let open = await list.opened(transferId, 0);
  while (open.step !== 'booking') {
    const began = performance.now();
    const next = list.opened(transferId, open.ordinal);
    await endStep(office, open, money);
    const opened = await next;
    // Form and money are two requests: no single fact to be timed.
    if (open.step !== 'formAndFunds') took.push(performance.now() - began);
    open = opened;
  }
  await endStep(office, open, money);
  return took;
}

/** What ends the open step is said by its owner; form and money are two requests, with a pause between. */
export async function endStep(office: Counter, open: OpenStep, money: Money, pauseMs = 0): Promise<void> {
  await record(office, open, factOf(open), `bench-${open.transferId}-${open.ordinal}`);
  if (open.step !== 'formAndFunds') return;
  await delay(pauseMs);
  await matchMoney(office, open.transferId, money);
}

export async function record(office: Counter, open: OpenStep, fact: object, key: string): Promise<void> {
  const token = office.tokens.get(open.owner)!;
  accepted(await office.api.postUntilTaken(`/transfers/${open.transferId}/facts`, fact, { token, key }));
}

async function matchMoney(office: Counter, transferId: string, { creditId, partId }: Money) {
  const token = office.tokens.get('finance1')!;
  const body = { partId, decision: 'match', transferId };
  const key = `bench-money-${transferId}`;
  accepted(await office.api.postUntilTaken(`/credits/${creditId}/matches`, body, { token, key }));
}

function accepted({ status, body }: Reply): void {
  // 200: it was recorded before, and the answer was lost.
  if (status !== 201 && status !== 200) throw new Error(`the office answered ${status}: ${JSON.stringify(body)}`);
}
