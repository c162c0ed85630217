/** Procedures that run, or do not, beside the ledger. No worker is needed: a workflow without one stands still. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import type { Finding } from '../../invariants/invariant.ts';
import { recordCase, recordedOffice } from '../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { temporalAddress } from '../support/servers.ts';
import { connectToTemporal, registerNamespace, type TestTemporal } from '../support/temporal.ts';
import { sql } from 'kysely';

const NAMES = ['workflow-runs', 'workflow-ended'];
const namespace = `running-workflows-${randomUUID()}`;

let fresh: FreshDatabase;
let temporal: TestTemporal;
const open: string[] = [];
let closed: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  // A finding names five examples, and the other files leave more than that running.
  await registerNamespace(namespace);
  temporal = await connectToTemporal(namespace);
  const office = await recordedOffice(fresh.db);
  for (let i = 0; i < 3; i++) {
    open.push((await recordCase(fresh.db, office, { facts: [{ kind: 'accepted', on: '2026-01-05' }] })).transferId);
  }
  const facts = ['accepted', 'withdrawn'].map((kind) => ({ kind, on: '2026-01-05' }));
  closed = (await recordCase(fresh.db, office, { facts })).transferId;
});
afterAll(async () => {
  for (const id of [...open, closed])
    await handle(id)
      .terminate()
      .catch(() => {});
  await temporal.close();
  await fresh.drop();
});

const handle = (id: string) => temporal.client.workflow.getHandle(`transfer/${id}`);
const start = (id: string) =>
  temporal.client.workflow.start('transfer', {
    workflowId: `transfer/${id}`,
    taskQueue: `nobody-${randomUUID()}`,
    args: [],
  });

/** What the checker says of the workflows of this file's transfers. */
async function findings(): Promise<Record<string, Finding>> {
  const found = await checkInvariants({
    databaseUrl: fresh.url,
    temporal: { address: await temporalAddress(), namespace },
  });
  return Object.fromEntries(
    found.filter(({ invariant }) => NAMES.includes(invariant)).map((one) => [one.invariant, one]),
  );
}

const ageBy = (seconds: number) =>
  sql`alter table events disable trigger events_no_change; update events set real_at = real_at - make_interval(secs => ${sql.lit(seconds)})`.execute(
    fresh.db,
  );

test('a transfer accepted a moment ago may be without its procedure, an older one may not', async () => {
  expect((await findings())['workflow-runs']).toBeUndefined();
  await ageBy(61);
  const missing = (await findings())['workflow-runs'];
  expect(missing).toMatchObject({ count: 3 });
  expect(missing?.examples).toEqual([...open].sort());
  for (const id of open) await start(id);
  await eventually(async () => (await findings())['workflow-runs'] === undefined);
});

test('a procedure of a closed transfer is found, one that was ended is not', async () => {
  await start(closed);
  const surplus = await eventually(async () => {
    const found = (await findings())['workflow-ended'];
    return found?.examples.includes(closed) ? found : false;
  });
  expect(surplus.count).toBeGreaterThan(0);
  await handle(closed).terminate();
  await eventually(async () => !(await findings())['workflow-ended']?.examples.includes(closed));
});

test('a procedure that somebody ended is missing again', async () => {
  await handle(open[0]!).terminate();
  await eventually(async () => {
    const missing = (await findings())['workflow-runs'];
    return missing?.count === 1 && missing.examples[0] === open[0];
  });
});
