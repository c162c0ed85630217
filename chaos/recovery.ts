/** When the office works again after a fault: every part is there and answers, and no fact waits in the outbox. */
import { setTimeout as delay } from 'node:timers/promises';
import { installationIn } from '../invariants/installation.ts';
import { answersAsTemporal } from '../scripts/servers/temporal-server.ts';
import type { Blow } from './faults/fault.ts';
import { askLedger } from './ledger.ts';
import type { Office } from './office.ts';

const LOOK_EVERY_MS = 250;

/** A row that is about to be sent is no lag. */
const WAITING = `select count(*)::integer as waiting from outbox
  where sent_at is null and created_at < clock_timestamp() - interval '1 second'`;

export interface Watch {
  /** Of `performance.now()`. */
  readonly since: number;
  readonly gaveUp: () => boolean;
  readonly stop: AbortSignal;
}

/** @returns milliseconds, or undefined when nobody waits for it any more, or the run ended before */
export async function recoveryMs(
  office: Office,
  isBack: Blow['isBack'],
  { since, gaveUp, stop }: Watch,
): Promise<number | undefined> {
  while (!gaveUp() && !stop.aborted) {
    if ((await holds(isBack)) && (await works(office))) return Math.round(performance.now() - since);
    await delay(LOOK_EVERY_MS);
  }
  return undefined;
}

async function holds(isBack: Blow['isBack']): Promise<boolean> {
  try {
    return (await isBack?.()) ?? true;
  } catch {
    return false; // it could not even be asked
  }
}

async function works({ url, workerUrl, dataDir }: Office): Promise<boolean> {
  try {
    const temporal = installationIn(dataDir)?.temporalAddress;
    if (temporal === undefined || !(await isReady(url)) || !(await isReady(workerUrl))) return false;
    const [row] = await askLedger<{ waiting: number }>(dataDir, WAITING);
    return row?.waiting === 0 && (await answersAsTemporal(temporal));
  } catch {
    return false; // whoever does not answer is not there yet
  }
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
