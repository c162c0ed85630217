import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { relayOnce } from '../../relay/relay.ts';
import { canWait } from '../../domain/facts/nudge.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  await sql`update counterparts set channel = 'platform'`.execute(fresh.db);
});
afterAll(() => fresh.drop());

/** Of transfers; the office's notices are told in a moment of their own, which may fall into any round. */
let told: { kind: string }[][] = [];
const hears = (facts: unknown) => Promise.resolve(Array.isArray(facts) && told.push(facts as { kind: string }[]));
const client = {
  workflow: {
    signalWithStart: (_: string, { signalArgs }: { signalArgs: unknown[] }) => hears(signalArgs[0]),
    getHandle: () => ({ signal: (_: unknown, facts: unknown) => hears(facts) }),
  },
  withDeadline: (_: number, call: () => Promise<unknown>) => call(),
} as unknown as Client;

/** The facts that one round tells, those of a transfer together. */
async function round(longer = 0): Promise<string[][]> {
  told = [];
  await relayOnce({ db: fresh.db, databaseUrl: fresh.url, client, events: silentEvents }, { longer });
  return told.map((facts) => facts.map(({ kind }) => kind));
}

async function say(transferId: string, detail: NewFactDetail, staffId: string): Promise<void> {
  const by = { staffId, source: 'staff' } as const;
  await recordFact(fresh.db, testKeyring, { transferId, officeId: office.officeId, detail, by });
}

test('facts of one transfer wait a moment for each other, and leave together before one that cannot wait', async () => {
  const id = await anAcceptedTransfer(fresh.db, office);
  expect(await round()).toEqual([['accepted']]);
  await say(id, { kind: 'reviewed', outcome: 'eligible' }, office.staff.reviewer);
  expect(await round()).toEqual([]);
  await say(id, { kind: 'letterSent', channel: 'platform' }, office.staff.letterClerk);
  const waiting = await sql<{ waits: boolean }>`select waits_until is not null as waits from outbox
    where sent_at is null and transfer_id = ${id} order by id`.execute(fresh.db);
  // The delivery of the letter has an earlier deadline than its sending had.
  expect(waiting.rows.map(({ waits }) => waits)).toEqual([true, false]);
  expect(await round()).toEqual([['reviewed', 'letterSent']]);
});

test('what waited long enough leaves by itself', async () => {
  const id = await anAcceptedTransfer(fresh.db, office);
  await round();
  await say(id, { kind: 'reviewed', outcome: 'eligible' }, office.staff.reviewer);
  await sql`update outbox set waits_until = clock_timestamp() where transfer_id = ${id}`.execute(fresh.db);
  expect(await round()).toEqual([['reviewed']]);
});

test('at a busy hour it waits longer, and then leaves by itself too', async () => {
  const id = await anAcceptedTransfer(fresh.db, office);
  await round();
  await say(id, { kind: 'reviewed', outcome: 'eligible' }, office.staff.reviewer);
  await sql`update outbox set waits_until = clock_timestamp() where transfer_id = ${id}`.execute(fresh.db);
  expect(await round(9)).toEqual([]);
  await sql`update outbox set waits_until = clock_timestamp() - interval '9 seconds'
    where transfer_id = ${id}`.execute(fresh.db);
  expect(await round(9)).toEqual([['reviewed']]);
});

test('at a busy hour one that cannot wait takes along what does', async () => {
  const id = await anAcceptedTransfer(fresh.db, office);
  await round();
  await say(id, { kind: 'reviewed', outcome: 'eligible' }, office.staff.reviewer);
  await sql`update outbox set waits_until = clock_timestamp() - interval '2 seconds'
    where transfer_id = ${id}`.execute(fresh.db);
  await say(id, { kind: 'letterSent', channel: 'platform' }, office.staff.letterClerk);
  expect(await round(9)).toEqual([['reviewed', 'letterSent']]);
});

test.each([
  [{ starts: true }, false],
  [{ ends: 'completed' }, false],
  [{ rearms: true }, false],
  [{ alarmAt: '2026-03-01T00:00:00.000Z' }, false],
  [{ alarmAt: '2026-03-02T00:00:00.000Z' }, true],
  [{}, true],
] as const)('a nudge with %j can wait: %s', (what, waits) => {
  expect(canWait({ factSeq: 2, kind: 'reviewed', ...what }, new Date('2026-03-02T00:00:00Z'))).toBe(waits);
});

test('while a step is held no alarm waits', () => {
  expect(canWait({ factSeq: 2, kind: 'reviewed', alarmAt: '2026-03-02T00:00:00.000Z' }, undefined)).toBe(false);
});
