import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Memory } from '../../chaos/load/acknowledged.ts';
import { broken, RECORDED, recordedParameters, type Recorded } from '../../chaos/load/kept.ts';
import { anOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let memory: Memory;

beforeEach(async () => {
  fresh = await freshDatabase();
  memory = new Memory();
});
afterEach(() => fresh.drop());

async function findings() {
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  try {
    return broken(memory, (await client.query<Recorded>(RECORDED, recordedParameters(memory))).rows);
  } finally {
    await client.end();
  }
}

function acknowledge(key: string, transferId: string): void {
  memory.sent(key);
  memory.acknowledged(key, { transferId, seq: 1 });
}

test('an acceptance that was acknowledged and is in the ledger is found there', async () => {
  const transferId = await anAcceptedTransfer(fresh.db, await anOffice(fresh.db), { idempotencyKey: 'kept' });
  acknowledge('kept', transferId);
  expect(await findings()).toEqual([]);
});

test('one that the ledger never had, and one that nobody sent, are told apart', async () => {
  const transferId = await anAcceptedTransfer(fresh.db, await anOffice(fresh.db));
  acknowledge('lost', transferId);
  expect(await findings()).toMatchObject([
    { invariant: 'acknowledged-fact-kept', examples: ['lost'] },
    { invariant: 'nothing-unasked', examples: [`${transferId} 1`] },
  ]);
});
