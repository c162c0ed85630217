/** When the office works again after a fault: every part is there and answers, and no fact waits in the outbox. */
import { setTimeout as delay } from 'node:timers/promises';
import { installationIn } from '../invariants/installation.ts';
import { answersAsTemporal } from '../scripts/servers/temporal-server.ts';
import type { Blow } from './faults/fault.ts';
import { askLedger } from './ledger.ts';
import type { Office } from './office.ts';

const LOOK_EVERY_MS = 250;

/** A row that is about to be sent, or waits for what may travel with it, is no lag. */
const WAITING = `select count(*)::integer as waiting from outbox
  where sent_at is null and greatest(created_at, waits_until) < clock_timestamp() - interval '1 second'`;

export interface Watch {
  /** Of `performance.now()`. */
  readonly since: number;
  readonly gaveUp: () => boolean;
  readonly stop: AbortSignal;
}

/** How long it took; or what was missing when nobody waited for it any more, or the run ended before. */
export type Recovery = { readonly ms: number } | { readonly missing: string };

export async function recoveryOf(
  office: Office,
  isBack: Blow['isBack'],
  { since, gaveUp, stop }: Watch,
): Promise<Recovery> {
  let missing: string | undefined = 'nobody looked';
  while (!gaveUp() && !stop.aborted) {
    missing = (await lookAt(office, since)) ?? ((await holds(isBack)) ? undefined : 'what was struck is not back');
    if (missing === undefined) return { ms: Math.round(performance.now() - since) };
    await delay(LOOK_EVERY_MS);
  }
  return { missing };
}

interface Look {
  /** Of `performance.now()`. */
  readonly began: number;
  readonly missing: Promise<string | undefined>;
  isUnderWay: boolean;
}

const latest = new WeakMap<Office, Look>();

/** One look serves all who wait: hundreds of faults, each looking four times a second, would keep the office down themselves. */
function lookAt(office: Office, since: number): Promise<string | undefined> {
  const began = performance.now();
  const last = latest.get(office);
  const serves = last && last.began >= since && (last.isUnderWay || began - last.began < LOOK_EVERY_MS);
  if (serves) return last.missing;
  const look: Look = { began, isUnderWay: true, missing: missingIn(office).finally(() => (look.isUnderWay = false)) };
  latest.set(office, look);
  return look.missing;
}

async function holds(isBack: Blow['isBack']): Promise<boolean> {
  try {
    return (await isBack?.()) ?? true;
  } catch {
    return false; // it could not even be asked
  }
}

/** What keeps the office from working; undefined when nothing does. */
async function missingIn({ url, workerUrl, dataDir }: Office): Promise<string | undefined> {
  try {
    const temporal = installationIn(dataDir)?.temporalAddress;
    if (temporal === undefined) return 'Temporal has no address';
    if (!(await isReady(url))) return 'the API is not ready';
    if (!(await isReady(workerUrl))) return 'the worker is not ready';
    const [row] = await askLedger<{ waiting: number }>(dataDir, WAITING);
    if (row?.waiting !== 0) return `${String(row?.waiting)} messages wait`;
    return (await answersAsTemporal(temporal)) ? undefined : 'Temporal does not answer';
  } catch {
    return 'the ledger does not answer';
  }
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
