import { Client, Connection, ServiceError } from '@temporalio/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTransfersPage } from '../../db/open-transfers.ts';
import { relayOnce } from '../../relay/relay.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { anOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';

let fresh: FreshDatabase;
let transferId: string;

beforeEach(async () => {
  fresh = await freshDatabase();
  transferId = await anAcceptedTransfer(fresh.db, await anOffice(fresh.db));
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

test('however long Temporal is away, no message is given up', async () => {
  const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, interceptors: [] });
  await relayOften(new Client({ connection }), 25);
  expect(await message()).toMatchObject({ sent_at: null, attempts: 0, dead: false, last_error: expect.any(String) });
  await connection.close();
});

test('a message that Temporal does not take is given up after twenty times, and its transfer is looked after again', async () => {
  const refusing = { workflow: { signalWithStart: () => Promise.reject(new ServiceError('not like this')) } };
  await relayOften(refusing as unknown as Client, 19);
  expect(await message()).toMatchObject({ attempts: 19, dead: false });
  expect(await openTransfersPage(fresh.db, null, 10)).toMatchObject([{ id: transferId, young: true }]);
  await relayOften(refusing as unknown as Client, 1);
  expect(await message()).toMatchObject({ dead: true, last_error: 'not like this' });
  expect(await openTransfersPage(fresh.db, null, 10)).toMatchObject([{ id: transferId, young: false }]);
});
