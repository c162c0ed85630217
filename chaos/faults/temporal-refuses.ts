/** Temporal answers, and takes nothing: its limits are too low for what we say, or it does not know our namespace. */
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from '../ledger.ts';
import { askTemporal, procedureOf } from '../temporal.ts';
import { limitTemporal } from '../temporal/limits.ts';
import type { Fault, Ground } from './fault.ts';
import { withoutTemporal } from './without-temporal.ts';

const LOOK_EVERY_MS = 500;
const NAMESPACE = 'default';
const DAY_SECONDS = 86_400;

/** A message has some 150 bytes, the answer to a look more. */
const LIMIT_BYTES = [1, 180] as const;

const refusing = (name: string, harm: Pick<Fault, 'strike'>): Fault => ({
  name,
  rhythm: 'seldom',
  lastsMs: [20_000, 90_000],
  ...harm,
});

export const temporalRefusesSize = refusing('temporal-refuses-size', {
  strike(ground, chance) {
    const bytes = chance.integer(...LIMIT_BYTES);
    // What is not worth a warning is not refused either.
    const limits = { 'limit.blobSize.warn': String(bytes), 'limit.blobSize.error': String(bytes) };
    const begin = () => limitTemporal(ground.office, limits, ground.stop);
    return Promise.resolve(withoutTemporal(ground, { what: `Temporal takes no more than ${bytes} bytes`, begin }));
  },
});

export const temporalRefusesNamespace = refusing('temporal-refuses-namespace', {
  strike(ground) {
    const what = 'the namespace is deleted with all its runs, and registered again later';
    const blow = withoutTemporal(ground, { what, begin: () => keepNamespaceDeleted(ground) });
    return Promise.resolve({ ...blow, isBack: () => isFollowed(ground) });
  },
});

/** What is older than a minute: who has just been accepted is begun within seconds, and in a month that goes on there is always one. */
const STANDING = `select id from transfers where followed and closed_at is null and exists (
  select from events where transfer_id = transfers.id and real_at < clock_timestamp() - interval '1 minute')`;

/** Each open transfer has a run again: the reconciler looks once in a minute. Listed first: what ends meanwhile is open no more. */
async function isFollowed({ office: { dataDir } }: Ground): Promise<boolean> {
  const running = new Set<string>();
  await askTemporal(dataDir, async ({ workflow }) => {
    for await (const run of workflow.list({ query: `ExecutionStatus = 'Running'` })) running.add(run.workflowId);
  });
  const open = await askLedger<{ id: string }>(dataDir, STANDING);
  return open.every(({ id }) => running.has(procedureOf(id)));
}

/** A server that is started anew registers its namespace, so it is deleted as often as it comes back. */
async function keepNamespaceDeleted({ office: { dataDir } }: Ground): Promise<() => Promise<void>> {
  const over = new AbortController();
  const keeping = (async () => {
    for (; !over.signal.aborted; await delay(LOOK_EVERY_MS))
      await askTemporal(dataDir, async ({ connection, workflowService }) => {
        await workflowService.describeNamespace({ namespace: NAMESPACE });
        await connection.operatorService.deleteNamespace({ namespace: NAMESPACE });
      }).catch(() => undefined); // deleted already, or nobody is there
  })();
  return async () => {
    over.abort();
    await keeping;
    await registered(dataDir);
  };
}

async function registered(dataDir: string): Promise<void> {
  for (;;) {
    const isThere = await askTemporal(dataDir, async ({ workflowService }) => {
      const retention = { workflowExecutionRetentionPeriod: { seconds: DAY_SECONDS as never } };
      await workflowService.registerNamespace({ namespace: NAMESPACE, ...retention }).catch(() => undefined);
      await workflowService.describeNamespace({ namespace: NAMESPACE });
      return true;
    }).catch(() => false);
    if (isThere) return;
    await delay(LOOK_EVERY_MS);
  }
}
