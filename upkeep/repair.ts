/** The repairs themselves: a workflow is started again or told to look at the ledger, and the transfer's history says so. */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Db } from '../db/connection/connection.ts';
import { proceduresOf } from '../db/connection/procedures.ts';
import { appendEvent } from '../db/ledger/append-event.ts';
import { readEpochs } from '../db/ledger/epochs.ts';
import { readProcedureKey } from '../db/ledger/procedure-key.ts';
import type { Events } from '../observability/events.ts';
import { isRefusal, reasonOf } from '../relay/refusal.ts';
import { startOrSignal, tellToLook } from '../relay/procedures.ts';

export interface RepairDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
}

export interface Repairable {
  readonly id: string;
  readonly factSeq: number;
}

/** It walks over the recorded facts to where the ledger stands. */
export async function startAgain(
  dependencies: RepairDependencies,
  transfer: Repairable,
  why = 'workflow was missing',
): Promise<void> {
  await look(dependencies, transfer);
  await noted(dependencies, transfer.id, 'missing', why);
}

export async function wake(dependencies: RepairDependencies, transfer: Repairable, why: string): Promise<void> {
  await look(dependencies, transfer);
  await noted(dependencies, transfer.id, 'late', why);
}

/** For one that sleeps a look is no repair; that it was missing is one, whoever finds it. What has a message on its way is the relay's. */
export async function rouse(
  dependencies: RepairDependencies,
  transfer: Repairable & { readonly onTheWay: boolean },
): Promise<void> {
  try {
    await tellToLook(dependencies.client, transfer);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    if (!transfer.onTheWay) await startAgain(dependencies, transfer);
  }
}

/** Has its workflow look at the ledger, starting it if need be. */
export async function look(
  { db, client }: Pick<RepairDependencies, 'db' | 'client'>,
  { id, factSeq }: Repairable,
): Promise<void> {
  const { current: epoch } = await readEpochs(db);
  const procedure = await readProcedureKey(db, id);
  await startOrSignal({ client, procedures: proceduresOf(db) }, { transferId: id, procedure, epoch }, [
    { factSeq, kind: 'look', rearms: true },
  ]);
}

/** What Temporal refuses for one transfer keeps no other from its repair. @returns false when it was refused */
export async function unlessRefused(
  { events }: Pick<RepairDependencies, 'events'>,
  transferId: string,
  repair: () => Promise<void>,
): Promise<boolean> {
  try {
    await repair();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    events.repairRefused({ transferId, reason: reasonOf(error) });
    return false;
  }
}

/** Each repair is an event of its transfer. */
export async function noted(
  { db, events }: Pick<RepairDependencies, 'db' | 'events'>,
  transferId: string,
  kind: 'missing' | 'late' | 'ended' | 'deadLetter',
  why: string,
): Promise<void> {
  await db
    .transaction()
    .execute((tx) => appendEvent(tx, transferId, { kind: 'repaired', source: 'system', payload: { why } }));
  events.workflowRepaired({ transferId, why: kind });
}
