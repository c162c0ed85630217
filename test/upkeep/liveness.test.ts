/** What is lost or broken is repaired without anybody’s doing, and each repair is an event of its transfer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAnyFactIn, recordFact } from '../../db/counter/record-fact.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { runOffice, type RunningOffice } from '../support/running-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-liveness-'));
let fresh: FreshDatabase;
let office: TestOffice;
let temporal: RunningTemporal;
let running: RunningOffice;

beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  temporal = await aTemporal('first', undefined);
  running = await runOffice(fresh.url, temporal.address);
  running.keepHouse();
}, 60_000);
afterAll(async () => {
  await running.stop();
  await temporal.stop();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function aTemporal(name: string, port: number | undefined): Promise<RunningTemporal> {
  const { path } = await obtainTemporal();
  return startTemporal({ executable: path, dbFile: join(folder, `${name}.db`), ...(port && { port }) });
}

const PATIENT = 90_000;
const bounded = { withinMs: 60_000 };

const openStepOf = (transferId: string) =>
  fresh.db
    .selectFrom('steps')
    .select(['step', 'ordinal', 'owner_id'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

const standsIn = (transferId: string, step: string) =>
  eventually(async () => (await openStepOf(transferId))?.step === step, bounded);

const eventsOf = async (transferId: string, kind: string) => {
  const rows = await fresh.db
    .selectFrom('events')
    .select('payload')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ payload }) => payload as { why?: string });
};
const repairsOf = async (transferId: string) => (await eventsOf(transferId, 'repaired')).map(({ why }) => why);

async function inReview(): Promise<string> {
  const id = await anAcceptedTransfer(fresh.db, office);
  await standsIn(id, 'review');
  // Its workflow sleeps towards the alarm of this step.
  await eventually(async () => (await timersOf(id)).length > 0, bounded);
  return id;
}

const by = (staffId: string) => ({ staffId, source: 'staff' as const });
const eligible: NewFactDetail = { kind: 'reviewed', outcome: 'eligible' };
const reviewed = (transferId: string) =>
  recordFact(fresh.db, testKeyring, {
    transferId,
    officeId: office.officeId,
    detail: eligible,
    by: by(office.staff.reviewer),
  });

/** Nothing of it is on its way any more. */
const forgetOutbox = (transferId: string) =>
  fresh.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .where('transfer_id', '=', transferId)
    .execute();

/** The message counts as sent, and nobody has it. */
const losing = (transferId: string, detail: NewFactDetail) =>
  fresh.db.transaction().execute(async (tx) => {
    await recordAnyFactIn(tx, testKeyring, { transferId, detail, by: by(office.staff.reviewer) });
    await sql`update outbox set sent_at = clock_timestamp()
      where transfer_id = ${transferId} and sent_at is null`.execute(tx);
  });

const handleOf = (transferId: string) => running.client.workflow.getHandle(`transfer/${transferId}`);
const statusOf = (transferId: string) =>
  handleOf(transferId)
    .describe()
    .then(({ status }) => status.name)
    .catch(() => 'GONE');

test.concurrent(
  'a workflow that was terminated runs again',
  async () => {
    const id = await inReview();
    await handleOf(id).terminate('somebody did');
    await forgetOutbox(id);
    await eventually(async () => (await repairsOf(id)).length > 0 && (await statusOf(id)) === 'RUNNING', bounded);
    expect(await repairsOf(id)).toEqual(['workflow was missing']);
    await reviewed(id);
    await standsIn(id, 'liaisonLetter');
  },
  PATIENT,
);

test.concurrent(
  'a workflow that was deleted with its history and timers runs again, in the same step',
  async () => {
    const id = await inReview();
    const before = await openStepOf(id);
    await running.client.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: `transfer/${id}` },
    });
    await eventually(async () => (await statusOf(id)) === 'GONE', bounded);
    await forgetOutbox(id);
    await eventually(async () => (await repairsOf(id)).length > 0 && (await statusOf(id)) === 'RUNNING', bounded);
    expect(await openStepOf(id)).toEqual(before);
    await reviewed(id);
    await standsIn(id, 'liaisonLetter');
    expect(await repairsOf(id)).toEqual(['workflow was missing']);
  },
  PATIENT,
);

test.concurrent(
  'a fact whose signal was lost has opened the next step, and its workflow learns of it with the next one',
  async () => {
    const id = await inReview();
    await losing(id, eligible);
    expect(await openStepOf(id)).toMatchObject({ step: 'liaisonLetter', ordinal: 2 });
    await recordFact(fresh.db, testKeyring, {
      transferId: id,
      officeId: office.officeId,
      detail: { kind: 'withdrawn' },
      by: by(office.staff.clerk),
    });
    await eventually(async () => (await statusOf(id)) === 'COMPLETED', bounded);
    expect(await repairsOf(id)).toEqual([]);
  },
  PATIENT,
);

test.concurrent(
  'an ending whose signal was lost ends the workflow all the same',
  async () => {
    const id = await inReview();
    await losing(id, { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' });
    await eventually(async () => (await statusOf(id)) === 'COMPLETED', bounded);
    await eventually(async () => (await repairsOf(id)).length > 0);
    expect(await repairsOf(id)).toEqual(['ending did not arrive']);
  },
  PATIENT,
);

test.concurrent(
  'work whose ledger row is corrupt has an owner and is tried now and then, and goes on once the row is mended',
  async () => {
    const [poisoned, healthy] = [await inReview(), await inReview()];
    const corrupt = (version: string) =>
      sql`update transfers set rule_version = ${version} where id = ${poisoned}`.execute(fresh.db);
    await sql`insert into rule_versions values ('withoutLimits', '1950-01-01', 'test')`.execute(fresh.db);
    await corrupt('withoutLimits');
    await reviewed(poisoned);
    await reviewed(healthy);
    await standsIn(healthy, 'liaisonLetter');
    const task = await eventually(
      () =>
        fresh.db
          .selectFrom('tasks')
          .selectAll()
          .where('transfer_id', '=', poisoned)
          .where('kind', '=', 'stuckTransfer')
          .executeTakeFirstOrThrow(),
      bounded,
    );
    expect(task).toMatchObject({ owner_id: office.staff.manager, closed_at: null });
    expect(task.about).toEqual({ ordinal: 2, work: 'openStep', failure: 'CannotFollow' });
    // Between two tries it sleeps in Temporal for minutes: no storm, and no repair that cannot help.
    await eventually(async () => (await timersOf(poisoned)).includes(300), bounded);
    expect(await repairsOf(poisoned)).toEqual([]);

    await corrupt('2010-66');
    await handleOf(poisoned).terminate('do not wait for the next try');
    await forgetOutbox(poisoned);
    await standsIn(poisoned, 'liaisonLetter');
    await eventually(async () => {
      const { closed_at: closedAt } = await fresh.db
        .selectFrom('tasks')
        .select('closed_at')
        .where('id', '=', task.id)
        .executeTakeFirstOrThrow();
      return closedAt !== null;
    }, bounded);
  },
  PATIENT,
);

async function timersOf(transferId: string): Promise<number[]> {
  const { events } = await handleOf(transferId).fetchHistory();
  return (events ?? []).flatMap(({ timerStartedEventAttributes: timer }) =>
    timer?.startToFireTimeout ? [Number(timer.startToFireTimeout.seconds)] : [],
  );
}

test(
  'a holder who was taken out of the ledger by hand leaves everything to the manager, and every instant stays provable',
  async () => {
    const id = await inReview();
    const { owner_id: leaver } = (await openStepOf(id))!;
    await sql`update transfers set steward_id = ${leaver} where id = ${id}`.execute(fresh.db);
    await sql`update responsibilities set staff_id = ${leaver}
      where transfer_id = ${id} and kind = 'steward'`.execute(fresh.db);
    await sql`update staff set active = false where id = ${leaver}`.execute(fresh.db);
    // The step first, then who is steward: each in a transaction of its own.
    await eventually(async () => (await repairsOf(id)).length === 2, bounded);
    expect((await openStepOf(id))?.owner_id).toBe(office.staff.manager);
    expect(await repairsOf(id)).toEqual(['holder was inactive', 'holder was inactive']);
    const held = await fresh.db
      .selectFrom('responsibilities')
      .select(['kind', 'staff_id', 'since', 'until'])
      .where('transfer_id', '=', id)
      .orderBy('kind')
      .orderBy('id')
      .execute();
    expect(held.map(({ kind, staff_id: staffId }) => [kind, staffId])).toEqual([
      ['step', leaver],
      ['step', office.staff.manager],
      ['steward', leaver],
      ['steward', office.staff.manager],
    ]);
    expect([held[0]!.until, held[2]!.until]).toEqual([held[1]!.since, held[3]!.since]);
    await sql`update staff set active = true where id = ${leaver}`.execute(fresh.db);
  },
  PATIENT,
);

test(
  'alarms that came due while no worker ran are raised once when one runs again',
  async () => {
    const id = await inReview();
    await running.stop();
    await sql`update steps set reminder_at = opened_at + interval '1 millisecond', due_at = opened_at + interval '2 milliseconds',
      next_escalation_at = opened_at + interval '2 milliseconds' where transfer_id = ${id}`.execute(fresh.db);
    // As if the hours had passed: the office clock goes on, the workflow’s timer of tomorrow has not rung.
    await sql`update office_clock set office_anchor = office_anchor + interval '5 hours'`.execute(fresh.db);
    await forgetOutbox(id);
    running = await runOffice(fresh.url, temporal.address);
    running.keepHouse();
    await eventually(async () => (await eventsOf(id, 'escalated')).length > 0, bounded);
    for (let look = 0; look < 3; look++) await running.reconcile();
    const raised = await Promise.all(['reminded', 'overdue', 'escalated'].map((kind) => eventsOf(id, kind)));
    expect(raised.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(await repairsOf(id)).toEqual(['slept past an alarm']);
  },
  PATIENT,
);

test(
  'Temporal’s database may be dropped while the office runs',
  async () => {
    const ids = [await inReview(), await inReview()];
    for (const id of ids) await forgetOutbox(id);
    const { port } = temporal;
    await temporal.stop();
    temporal = await aTemporal('second', port);
    for (const id of ids) await eventually(async () => (await repairsOf(id)).includes('workflow was missing'), bounded);
    for (const id of ids) await reviewed(id);
    for (const id of ids) await standsIn(id, 'liaisonLetter');
    for (const id of ids) expect(await repairsOf(id)).toEqual(['workflow was missing']);
  },
  PATIENT,
);
