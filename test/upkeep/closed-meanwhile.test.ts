/** Runs that are over by the dozen: their transfers were closed while the release before was there, or they are of another ledger. */
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endWhatIsOver } from '../../upkeep/before-work.ts';
import { reconcile } from '../../upkeep/reconcile.ts';
import { WORKFLOWS } from '../../workflows/messages.ts';
import { anOffice } from '../builders/office.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';

const CLOSED = 24;

let fresh: FreshDatabase;
let open: string;
let endingOnTheWay: string;
const closed: string[] = [];
let temporal: Temporal;

beforeAll(async () => {
  fresh = await freshDatabase();
  const office = await anOffice(fresh.db);
  const withdrawn = async (): Promise<string> => {
    const id = await anAcceptedTransfer(fresh.db, office);
    await walk(fresh.db, office, id).say('clerk', { kind: 'withdrawn' });
    return id;
  };
  open = await anAcceptedTransfer(fresh.db, office);
  for (let count = 0; count < CLOSED; count++) closed.push(await withdrawn());
  await fresh.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .execute();
  endingOnTheWay = await withdrawn();
}, 60_000);
afterAll(() => fresh.drop());
beforeEach(() => {
  temporal = new Temporal([open, endingOnTheWay, ...closed]);
});

/** Lists these transfers as running, all asleep, and takes its time to end one. */
class Temporal {
  readonly ended: string[] = [];
  /** Of the ledger that they were begun for; undefined: this one. */
  epoch: string | undefined;
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #transferIds: readonly string[];

  constructor(transferIds: readonly string[]) {
    this.#transferIds = transferIds;
  }

  get client(): Client {
    const workflow = {
      list: ({ query }: { query: string }) =>
        query.includes(`'${WORKFLOWS.transfer}'`)
          ? this.#transferIds.map((id) => ({
              workflowId: `transfer/${id}`,
              runId: `run of ${id}`,
              memo: { epoch: this.epoch },
            }))
          : [],
      getHandle: (workflowId: string) => ({
        describe: () => Promise.resolve({ status: { name: 'RUNNING' }, raw: {} }),
        terminate: () => this.#end(workflowId),
        signal: () => this.#end(workflowId),
      }),
      signalWithStart: () => Promise.resolve(),
    };
    return { workflow } as unknown as Client;
  }

  async #end(workflowId: string): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.#atOnce -= 1;
    this.ended.push(workflowId.slice('transfer/'.length));
  }
}

function severalAtOnce(): void {
  expect(temporal.mostAtOnce).toBeGreaterThan(1);
  expect(temporal.mostAtOnce).toBeLessThanOrEqual(16);
}

test('they are ended before a worker takes work, and nobody else is', async () => {
  await endWhatIsOver({ db: fresh.db, client: temporal.client });
  expect(temporal.ended.toSorted()).toEqual(closed.toSorted());
  severalAtOnce();
});

test('runs of another ledger are ended several at once, whatever became of their transfers', async () => {
  temporal.epoch = 'another';
  await endWhatIsOver({ db: fresh.db, client: temporal.client });
  expect(temporal.ended.toSorted()).toEqual([open, endingOnTheWay, ...closed].toSorted());
  severalAtOnce();
});

test('the reconciler tells several of them at once', async () => {
  const { ended } = await reconcile({ db: fresh.db, client: temporal.client, events: silentEvents });
  expect(ended).toBe(CLOSED);
  expect(temporal.ended.toSorted()).toEqual(closed.toSorted());
  severalAtOnce();
});
