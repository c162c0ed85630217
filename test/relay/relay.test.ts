import { Client, Connection, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOperations } from '../../db/metrics/operations.ts';
import { openTransfersPage } from '../../db/upkeep/open-transfers.ts';
import { passOnGivenUp } from '../../upkeep/given-up-messages.ts';
import { relayOnce, startRelay } from '../../relay/relay.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { silentEvents } from '../support/running-office.ts';

let fresh: FreshDatabase;
let office: TestOffice;
let transferId: string;

beforeEach(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  transferId = await anAcceptedTransfer(fresh.db, office);
});
afterEach(() => fresh.drop());

async function relayOften(client: Client, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await fresh.db
      .updateTable('outbox')
      .set({ not_before: new Date(0) })
      .execute();
    await relayOnce({ db: fresh.db, databaseUrl: fresh.url, client, events: silentEvents });
  }
}

const message = () =>
  fresh.db
    .selectFrom('outbox')
    .select(['sent_at', 'attempts', 'dead', 'last_error'])
    .where('transfer_id', '=', transferId)
    .executeTakeFirstOrThrow();

const answering = (signalWithStart: () => Promise<void>) =>
  ({
    workflow: { signalWithStart },
    withDeadline: (_: number, call: () => Promise<unknown>) => call(),
  }) as unknown as Client;
const refusing = answering(() =>
  Promise.reject(new ServiceError('failed to signal', { cause: new Error('not like this') })),
);

test('however long Temporal is away, no message is given up', async () => {
  const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, interceptors: [] });
  await relayOften(new Client({ connection }), 25);
  expect(await message()).toMatchObject({ sent_at: null, attempts: 0, dead: false, last_error: expect.any(String) });
  await connection.close();
});

const failing = (code: number) =>
  new ServiceError('failed to signal', {
    cause: Object.assign(new Error('no'), { code, details: 'no', metadata: {} }),
  });

test.each([
  ['does not know the namespace any more', new NamespaceNotFoundError('default')],
  ['is about to delete the namespace', failing(9)],
  ['has had enough requests', failing(8)],
  ['lets a call go when its time is over', failing(1)],
])('however long Temporal %s, no message is given up', async (_, error) => {
  await relayOften(
    answering(() => Promise.reject(error)),
    25,
  );
  expect(await message()).toMatchObject({ sent_at: null, attempts: 0, dead: false, last_error: expect.any(String) });
});

test('while Temporal takes nothing a few messages ask for it, and then all are sent', async () => {
  const waiting = 24;
  for (let count = 1; count < waiting; count++) await anAcceptedTransfer(fresh.db, office);
  let [asked, away] = [0, true];
  const client = answering(() => {
    asked += 1;
    return away ? Promise.reject(failing(14)) : Promise.resolve();
  });
  const relay = startRelay({ db: fresh.db, databaseUrl: fresh.url, client, events: silentEvents });
  try {
    // Once all, then eight in a second; who is put off for a second only is asked for four times.
    await delay(4_500);
    expect(asked).toBeGreaterThan(waiting + 1);
    expect(asked).toBeLessThan(2.5 * waiting);
    away = false;
    const left = () => fresh.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute();
    await eventually(async () => (await left()).length === 0);
  } finally {
    await relay.stop();
  }
}, 30_000);

test('a message that Temporal does not take is given up after twenty times, and its transfer is looked after again', async () => {
  await relayOften(refusing, 19);
  expect(await message()).toMatchObject({ attempts: 19, dead: false });
  expect(await openTransfersPage(fresh.db, null, 10)).toMatchObject([{ id: transferId, young: true }]);
  await relayOften(refusing, 1);
  expect(await message()).toMatchObject({ dead: true, last_error: 'failed to signal: not like this' });
  expect(await openTransfersPage(fresh.db, null, 10)).toMatchObject([{ id: transferId, young: false }]);
});

test.each(['accepted', 'imported'])(
  'a message “%s” of the release before, which does not say that there may be no run, starts one all the same',
  async (kind) => {
    await fresh.db
      .updateTable('outbox')
      .set({ payload: JSON.stringify({ factSeq: 1, kind }) })
      .where('topic', '=', 'fact')
      .execute();
    const started: unknown[] = [];
    const client = {
      workflow: {
        getHandle: (id: string) => ({ signal: () => Promise.reject(new WorkflowNotFoundError('no run', id, '')) }),
        signalWithStart: (_: string, { signalArgs }: { signalArgs: unknown[] }) => started.push(...signalArgs),
      },
      withDeadline: (_: number, call: () => Promise<unknown>) => call(),
    } as unknown as Client;
    await relayOften(client, 1);
    expect(started).toEqual([[{ factSeq: 1, kind }]]);
    expect((await message()).sent_at).not.toBeNull();
  },
);

test('a message that was given up has one owner until its workflow knows what it said, and then its transfer tells of it', async () => {
  await relayOften(refusing, 20);
  const passOn = (client: Client) => passOnGivenUp({ db: fresh.db, client, events: silentEvents });
  for (let round = 0; round < 2; round++) expect(await passOn(refusing)).toBe(0);
  const tasks = () => fresh.db.selectFrom('tasks').selectAll().where('kind', '=', 'deadLetter').execute();
  const ofTransfer = (await tasks()).filter((task) => task.transfer_id === transferId);
  expect(ofTransfer).toMatchObject([{ owner_id: office.staff.manager, closed_at: null }]);
  expect((await readOperations(fresh.db, office.officeId)).deadLetters).toBeGreaterThan(0);

  expect(await passOn(answering(() => Promise.resolve()))).toBe((await tasks()).length);
  expect((await tasks()).every(({ closed_at: closedAt }) => closedAt !== null)).toBe(true);
  expect(await readOperations(fresh.db, office.officeId)).toMatchObject({ deadLetters: 0, outboxWaiting: 0 });
  const repairs = await fresh.db.selectFrom('events').select('payload').where('kind', '=', 'repaired').execute();
  expect(repairs).toEqual([{ payload: { why: 'message was given up' } }]);
});
