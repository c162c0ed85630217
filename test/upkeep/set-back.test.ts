/** One of the two memories is set back while the other is not: on real servers, with real backups. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerActivities } from '../../activities/ledger.ts';
import { backUp } from '../../backup/backup.ts';
import { restoreLedger } from '../../backup/restore.ts';
import { connect, type Db } from '../../db/connection/connection.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import type { FactNudge } from '../../domain/facts/nudge.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabaseUrl } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { runOffice, silentEvents, type RunningOffice } from '../support/running-office.ts';
import { postedLetter } from '../builders/posted-letter.ts';

const KEYS = [{ id: 'b1', key: randomBytes(32) }];
let ledger: { url: string; drop: () => Promise<void> };
let office: TestOffice;
let folder: string;
let temporal: RunningTemporal;
let running: RunningOffice;
let db: Db;

beforeEach(async () => {
  ledger = await freshDatabaseUrl();
  folder = mkdtempSync(join(tmpdir(), 'baton-set-back-'));
  temporal = await theTemporal();
  running = await runOffice(ledger.url, temporal.address);
  db = running.db;
  office = await anOffice(db);
}, 120_000);
afterEach(async () => {
  await running.stop();
  await temporal.stop();
  await ledger.drop();
  rmSync(folder, { recursive: true, force: true });
});

const dbFile = () => join(folder, 'temporal.db');

async function theTemporal(): Promise<RunningTemporal> {
  const { path } = await obtainTemporal();
  return startTemporal({ executable: path, dbFile: dbFile() });
}

/** As after a stop of some minutes. */
async function startAgain(): Promise<void> {
  const before = connect(ledger.url);
  await before
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .where('sent_at', 'is not', null)
    .execute();
  await before.destroy();
  running = await runOffice(ledger.url, temporal.address);
  db = running.db;
}

const standsIn = (transferId: string, step: string) =>
  eventually(async () => {
    const open = await db
      .selectFrom('steps')
      .select('step')
      .where('transfer_id', '=', transferId)
      .where('closed_at', 'is', null)
      .execute();
    return open[0]?.step === step;
  });
const say = (transferId: string, by: keyof TestOffice['staff'] | null, detail: NewFactDetail) =>
  recordFact(db, testKeyring, {
    transferId,
    officeId: office.officeId,
    detail,
    by: { staffId: by && office.staff[by], source: by ? 'staff' : 'courier' },
  });
const statusOf = async (transferId: string) =>
  (await running.client.workflow.getHandle(`transfer/${transferId}`).describe()).status.name;

async function accepted(): Promise<string> {
  const id = await anAcceptedTransfer(db, office);
  await standsIn(id, 'review');
  await eventually(async () => (await statusOf(id)) === 'RUNNING');
  return id;
}

async function sendLetter(id: string): Promise<void> {
  await say(id, 'reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await standsIn(id, 'liaisonLetter');
  await say(id, 'letterClerk', postedLetter());
  await standsIn(id, 'delivery');
}

async function nothingIsWrong(): Promise<void> {
  await eventually(async () => {
    expect(await checkInvariants({ databaseUrl: ledger.url, temporal: { address: temporal.address } })).toEqual([]);
  });
}

test('the ledger alone is set back: procedures that know more end, what is open starts again from what is recorded', async () => {
  const [further, withdrawn] = [await accepted(), await accepted()];
  const { manifest } = await backUp({ db, databaseUrl: ledger.url, keys: KEYS, folder, version: '1' });
  await sendLetter(further);
  await say(withdrawn, 'clerk', { kind: 'withdrawn' });
  const forgotten = await accepted();
  await eventually(async () => (await statusOf(withdrawn)) === 'COMPLETED');
  await running.stop();

  const file = join(folder, manifest.file);
  await restoreLedger({
    file,
    databaseUrl: ledger.url,
    backupKeys: KEYS,
    keyring: testKeyring,
    replace: true,
    moved: false,
  });
  await startAgain();
  expect(await statusOf(forgotten)).toBe('TERMINATED');
  expect(await statusOf(further)).toBe('TERMINATED');
  expect(await running.reconcile()).toMatchObject({ open: 2, started: 2, retired: 0 });
  for (const id of [further, withdrawn]) await standsIn(id, 'review');
  const heard = await db.selectFrom('office_events').select(['kind', 'payload']).execute();
  expect(heard).toEqual([{ kind: 'transferForgotten', payload: { transferId: forgotten } }]);

  // The other way this time: nothing of the lost letter is left.
  await say(further, 'reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
  await eventually(async () => (await statusOf(further)) === 'COMPLETED');
  await sendLetter(withdrawn);
  await nothingIsWrong();
}, 120_000);

test('Temporal alone is set back: procedures that know less look at the ledger, and nothing is done twice', async () => {
  const [further, withdrawn] = [await accepted(), await accepted()];
  await running.stop();
  await temporal.stop();
  cpSync(folder, `${folder}-old`, { recursive: true });
  temporal = await theTemporal();
  await startAgain();
  await sendLetter(further);
  await say(withdrawn, 'clerk', { kind: 'withdrawn' });
  const later = await accepted();
  await eventually(async () => (await statusOf(withdrawn)) === 'COMPLETED');
  await running.stop();
  await temporal.stop();
  const eventsBefore = await countEvents();

  rmSync(folder, { recursive: true });
  cpSync(`${folder}-old`, folder, { recursive: true });
  rmSync(`${folder}-old`, { recursive: true });
  temporal = await theTemporal();
  await startAgain();
  expect(await statusOf(withdrawn)).toBe('TERMINATED');
  await eventually(async () => {
    const { ended, started } = await running.reconcile({ lookEverywhere: true });
    return ended + started === 0;
  });
  expect(await statusOf(later)).toBe('RUNNING');
  expect(await countEvents()).toBe(eventsBefore);
  await say(further, null, { kind: 'letterDelivered' });
  await standsIn(further, 'formAndFunds');
  await say(later, 'reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await standsIn(later, 'liaisonLetter');
  await nothingIsWrong();
}, 120_000);

/** Without the repairs, which say that a workflow was lost. */
async function countEvents(): Promise<number> {
  const own = connect(ledger.url);
  const rows = await own.selectFrom('events').select('seq').where('kind', '<>', 'repaired').execute();
  await own.destroy();
  return rows.length;
}

test('a run that knows of a fact nobody recorded is begun anew in its own time, and the checker counts it', async () => {
  const id = await accepted();
  const handle = running.client.workflow.getHandle(`transfer/${id}`);
  const before = await handle.describe();
  await handle.signal('facts', [
    { factSeq: 2, kind: 'reviewed', closes: [{ ordinal: 1, outcome: 'eligible' }] } satisfies FactNudge,
  ]);
  await eventually(async () => (await handle.describe()).runId !== before.runId);
  const after = await handle.describe();
  expect(after.status.name).toBe('RUNNING');
  // Still of this ledger: another one’s runs are ended.
  expect(after.memo).toEqual(before.memo);
  expect(await differencesOf(id)).toEqual([
    { ordinal: 2, step: 'liaisonLetter', attempt: 1, ledgerStep: null, ledgerAttempt: null },
  ]);
  await sendLetter(id);
  await eventually(async () => {
    const findings = await checkInvariants({ databaseUrl: ledger.url, temporal: { address: temporal.address } });
    expect(findings).toMatchObject([{ invariant: 'walk-agrees', count: 1 }]);
  });
}, 60_000);

async function differencesOf(transferId: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('events')
    .select('payload')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'walkDiffered')
    .execute();
  return rows.map(({ payload }) => payload);
}

test('a run whose transfer the ledger has forgotten fails, and asks no more', async () => {
  const { look } = ledgerActivities({ db, events: silentEvents });
  const nobody = '00000000-0000-4000-8000-000000000000';
  await expect(look({ transferId: nobody, ordinal: 1, step: 'review', attempt: 1 })).rejects.toMatchObject({
    type: 'UnknownTransfer',
    nonRetryable: true,
  });
}, 60_000);
