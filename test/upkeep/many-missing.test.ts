/** Reconciling when thousands are missing: several at once, never all, and going on where a killed one stopped. */
import { ServiceError, type Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../upkeep/reconcile.ts';
import { FORM_BEFORE } from '../../workflows/messages.ts';
import { anOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';

const MISSING = 24;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const office = await anOffice(fresh.db);
  for (let count = 0; count < MISSING; count++) await anAcceptedTransfer(fresh.db, office);
  await fresh.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .execute();
});
afterAll(() => fresh.drop());

/** Takes starts as Temporal does, lists what was started, and dies after so many. */
class Temporal {
  readonly running = new Set<string>();
  readonly started: string[] = [];
  mostAtOnce = 0;
  diesAfter = Infinity;
  /** The number of the start that is refused, counted from 1. */
  refuses = 0;
  #asked = 0;
  #atOnce = 0;

  get client(): Client {
    const workflow = {
      list: ({ query }: { query: string }) =>
        query.includes(FORM_BEFORE.transferType) ? [] : [...this.running].map((workflowId) => ({ workflowId })),
      getHandle: (workflowId: string) => ({
        describe: () => Promise.resolve({ status: { name: this.running.has(workflowId) ? 'RUNNING' : 'COMPLETED' } }),
      }),
      signalWithStart: (_type: unknown, { workflowId }: { workflowId: string }) => this.#start(workflowId),
    };
    return { workflow } as unknown as Client;
  }

  async #start(workflowId: string): Promise<void> {
    if (!workflowId.startsWith('transfer/') || this.running.has(workflowId)) return;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.#atOnce -= 1;
    if (++this.#asked === this.refuses) throw new ServiceError('not like this');
    if (this.started.length >= this.diesAfter) throw new Error('killed');
    this.started.push(workflowId);
    this.running.add(workflowId);
  }
}

const reconcileWith = (temporal: Temporal) =>
  reconcile({ db: fresh.db, client: temporal.client, events: silentEvents });

test('starts several at once, but never more than a few', async () => {
  const temporal = new Temporal();
  expect(await reconcileWith(temporal)).toMatchObject({ open: MISSING, started: MISSING });
  expect(temporal.mostAtOnce).toBeGreaterThan(1);
  expect(temporal.mostAtOnce).toBeLessThanOrEqual(16);
  expect(new Set(temporal.started).size).toBe(MISSING);
});

test('one that was killed in the middle is gone on with: what runs is not started twice', async () => {
  const temporal = new Temporal();
  temporal.diesAfter = 9;
  await expect(reconcileWith(temporal)).rejects.toThrow('killed');
  temporal.diesAfter = Infinity;
  const began = temporal.started.length;
  expect(began).toBe(9);
  expect(await reconcileWith(temporal)).toMatchObject({ started: MISSING - began });
  expect(temporal.started).toHaveLength(MISSING);
  expect(temporal.running.size).toBe(MISSING);
});

test('what Temporal refuses for one keeps no other from being started, and the next round tries it again', async () => {
  const temporal = new Temporal();
  temporal.refuses = 2;
  expect(await reconcileWith(temporal)).toMatchObject({ open: MISSING, started: MISSING - 1, refused: 1 });
  expect(await reconcileWith(temporal)).toMatchObject({ started: 1, refused: 0 });
  expect(temporal.running.size).toBe(MISSING);
});
