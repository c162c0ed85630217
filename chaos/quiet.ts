/** Rest after the run: whatever was recorded has been passed on and followed. */
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from './ledger.ts';
import type { Office } from './office.ts';

const PATIENCE_MS = 60_000;

/** Rows that are still on their way: messages to the workflows, files that are being taken in, and open transfers between two steps. */
const MOVING = `select (select count(*) from outbox where sent_at is null)::integer
    + (select count(*) from imports where state in ('waiting', 'running'))::integer as waiting,
  (select count(*) from transfers where followed and closed_at is null and not exists (
    select from steps where steps.transfer_id = transfers.id and steps.closed_at is null))::integer as between`;

/** Messages to the insured that may go now; a round that was lost is begun again within seconds. */
const TO_BE_TOLD = `select count(*)::integer as waiting, 0 as between from notices
  where state = 'sending' or (state = 'queued' and not_before <= office_now())`;

/** Fulfilled at rest, or when the patience is over: what then still moves is the checker's to find. */
export const untilQuiet = (office: Office): Promise<void> => untilNone(office, MOVING);

/** The same of the messages to the insured. */
export const untilTold = (office: Office): Promise<void> => untilNone(office, TO_BE_TOLD);

async function untilNone({ dataDir }: Office, moving: string): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await delay(500)) {
    const [row] = await askLedger<{ waiting: number; between: number }>(dataDir, moving);
    if (row?.waiting === 0 && row.between === 0) return;
  }
}
