/** Transfers that stand between two steps: left so by the release before, or because a row was broken. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { openOrAskFor } from '../procedure/follow.ts';
import { selectSteps } from '../procedure/step-rows.ts';
import { STUCK } from '../holding/stuck.ts';

/** So many in one round; the next round finds the rest. */
const AT_MOST = 200;

/** Whose row somebody is asked to mend is tried again rarely. @returns how many stand in a step now */
export async function openBetweenSteps(db: Db, { evenStuck }: { readonly evenStuck: boolean }): Promise<number> {
  let opened = 0;
  for (const id of await transfersBetweenSteps(db, { evenStuck })) {
    if (await db.transaction().execute((tx) => openNextOf(tx, id))) opened += 1;
  }
  return opened;
}

export async function transfersBetweenSteps(db: Db, { evenStuck }: { readonly evenStuck: boolean }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from transfers t
    where t.closed_at is null and t.followed and (${evenStuck}::boolean or not ${STUCK})
      and not exists (select from steps s where s.transfer_id = t.id and s.closed_at is null)
    order by t.id limit ${AT_MOST}`.execute(db);
  return rows.map(({ id }) => id);
}

async function openNextOf(tx: Tx, transferId: string): Promise<boolean> {
  const ledger = await TransferLedger.open(tx, transferId);
  const steps = await selectSteps(tx, transferId);
  if (ledger.transfer.closed_at !== null || steps.at(-1)?.closed_at === null) return false;
  const { open } = await openOrAskFor(ledger, steps);
  if (open)
    ledger.note({
      kind: 'repaired',
      occurredAt: ledger.now,
      source: 'system',
      payload: { why: 'next step was not open' },
    });
  await ledger.write();
  if (open) await enqueueLook(tx, transferId);
  return open !== undefined;
}
