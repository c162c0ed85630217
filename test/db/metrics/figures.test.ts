import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMoneyBoard } from '../../../db/metrics/money-board.ts';
import { readOpenWork } from '../../../db/metrics/open-work.ts';
import { readOperations } from '../../../db/metrics/operations.ts';
import { readStepTimes } from '../../../db/metrics/step-times.ts';
import { readVolume } from '../../../db/metrics/volume.ts';
import { PROCEDURES } from '../../../domain/procedures/index.ts';
import { stepNames } from '../../../domain/procedures/rules.ts';
import { recordCase, recordedOffice, tenOClock, type RecordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  // Ten in the morning of Thursday, 5 March 2026, and it stays that.
  await sql`update office_clock set frozen = true, office_anchor = '2026-03-05T02:00:00Z'`.execute(fresh.db);
});
beforeEach(async () => {
  office = await recordedOffice(fresh.db);
});
afterAll(() => fresh.drop());

interface StepSketch {
  step: string;
  ordinal?: number;
  opened: string;
  closed?: string;
  outcome?: string;
  due: string;
  held?: number;
  heldSince?: string;
}

async function addStep(transferId: string, sketch: StepSketch) {
  await fresh.db
    .insertInto('steps')
    .values({
      transfer_id: transferId,
      ordinal: sketch.ordinal ?? 1,
      office_id: office.officeId,
      step: sketch.step,
      attempt: 1,
      rule_version: '2010-66',
      owner_id: office.staffId,
      opened_at: tenOClock(sketch.opened),
      opened_by_fact_seq: 1,
      due_on: sketch.due,
      due_at: `${sketch.due}T16:00:00Z`,
      due_explained: '{}',
      held_since: sketch.heldSince ? tenOClock(sketch.heldSince) : null,
      held_working_days: sketch.held ?? 0,
      closed_at: sketch.closed ? tenOClock(sketch.closed) : null,
      closed_by_fact_seq: sketch.closed ? 2 : null,
      outcome: sketch.outcome ?? null,
    })
    .execute();
}

const open = async (acceptedOn: string, step?: Omit<StepSketch, 'opened'>) => {
  const { transferId } = await recordCase(fresh.db, office, { facts: [{ kind: 'accepted', on: acceptedOn }] });
  if (step) await addStep(transferId, { opened: acceptedOn, ...step });
  return transferId;
};

describe('open work', () => {
  test('is counted by step, owner and age, and its parts sum', async () => {
    await open('2026-03-02', { step: 'review', due: '2026-03-24' });
    await open('2026-02-02', { step: 'review', due: '2026-03-04' });
    await open('2026-01-05', { step: 'entry', due: '2026-03-04', heldSince: '2026-03-01' });
    await open('2026-03-05');
    await recordCase(fresh.db, office, {
      facts: [
        { kind: 'accepted', on: '2026-02-02' },
        { kind: 'withdrawn', on: '2026-02-03' },
      ],
    });
    const work = await readOpenWork(fresh.db, office.officeId);
    expect(work).toMatchObject({
      at: '2026-03-05T02:00:00.000Z',
      open: 4,
      closed: 1,
      overdue: 1,
      byOwners: [{ owner: { id: office.staffId, displayName: '经办01', post: '经办岗' }, open: 4, overdue: 1 }],
      // 2 February to 5 March 2026 are 18 working days: Spring Festival rests, two weekends are worked.
      byAge: [
        { fromWorkingDays: 0, toWorkingDays: 15, open: 2 },
        { fromWorkingDays: 16, toWorkingDays: 30, open: 1 },
        { fromWorkingDays: 31, toWorkingDays: 45, open: 1 },
        { fromWorkingDays: 46, toWorkingDays: null, open: 0 },
      ],
    });
    expect(work.bySteps.map(({ step }) => step)).toEqual([...new Set(PROCEDURES.all.flatMap(stepNames))]);
    expect(work.bySteps.find(({ step }) => step === 'review')).toEqual({
      step: 'review',
      open: 2,
      overdue: 1,
      held: 0,
    });
    expect(work.bySteps.find(({ step }) => step === 'entry')).toEqual({ step: 'entry', open: 1, overdue: 0, held: 1 });
  });

  test('an office without work has zeros', async () => {
    expect(await readOpenWork(fresh.db, office.officeId)).toMatchObject({
      open: 0,
      closed: 0,
      overdue: 0,
      byOwners: [],
    });
  });

  test('an imported transfer that is followed in the old ledger is among it, in no step, held by its steward', async () => {
    await recordCase(fresh.db, office, { direction: 'out', facts: [{ kind: 'accepted', on: '2026-03-02' }] });
    await open('2026-03-02', { step: 'review', due: '2026-03-24' });
    expect(await readOpenWork(fresh.db, office.officeId)).toMatchObject({
      open: 2,
      withoutStep: 1,
      byOwners: [{ owner: { id: office.staffId }, open: 2 }],
    });
  });
});

describe('volume', () => {
  test('counts facts, letters, money and texts in the period and since the beginning', async () => {
    const { transferId } = await recordCase(fresh.db, office, {
      facts: [
        { kind: 'accepted', on: '2026-01-06' },
        { kind: 'letterSent', on: '2026-01-07' },
        { kind: 'letterReturned', on: '2026-02-10', reasonCode: 'M01', source: 'courier' },
        { kind: 'letterSent', on: '2026-02-11' },
        { kind: 'fundReceived', on: '2026-02-25', source: 'bank' },
        { kind: 'corrected', on: '2026-02-25', source: 'system' },
        { kind: 'booked', on: '2026-02-28' },
      ],
    });
    await addLetter(transferId, { attempt: 1, postedOn: '2026-01-07', state: 'returned' });
    await addLetter(transferId, { attempt: 2, postedOn: '2026-02-11', state: 'delivered' });
    const other = await open('2026-02-02');
    await addLetter(other, { attempt: 1, postedOn: '2026-02-28', state: 'delivered' });
    await fresh.db
      .insertInto('bookings')
      .values({
        transfer_id: transferId,
        office_id: office.officeId,
        amount_fen: 48_872_00,
        booked_at: tenOClock('2026-02-28'),
        fact_seq: 7,
      })
      .execute();
    await addNotice(transferId, { sent: '2026-02-28', state: 'delivered', settled: '2026-02-28' });
    await addNotice(other, { sent: '2026-02-02', state: 'failed', settled: '2026-02-02' });
    const asked = { officeId: office.officeId, from: '2026-02-01', to: '2026-02-28' };
    const { inPeriod, sinceBeginning, yearBefore, itemsHandledDefinition } = await readVolume(fresh.db, asked);
    expect(inPeriod).toEqual({
      accepted: 1,
      acceptedIn: 1,
      acceptedOut: 0,
      closed: 1,
      completed: 1,
      itemsHandled: 5,
      fenIn: 48_872_00,
      fenOut: 0,
      lettersPosted: 2,
      deliveredAtFirstPosting: 1,
      postedAgain: 1,
      noticesSent: 2,
      noticesDelivered: 1,
    });
    expect(sinceBeginning).toMatchObject({ accepted: 2, itemsHandled: 7, lettersPosted: 3 });
    expect(yearBefore).toBeNull();
    expect(itemsHandledDefinition).toContain('Facts of transfers');
    const before = await readVolume(fresh.db, {
      ...asked,
      from: '2027-02-01',
      to: '2027-02-28',
      compareWith: 'yearBefore',
    });
    expect(before.inPeriod.itemsHandled).toBe(0);
    expect(before.yearBefore).toEqual(inPeriod);
  });

  test('counts a fact, and what was remitted, on the day that its last correction names', async () => {
    const told = async (day: string) => {
      const { inPeriod } = await readVolume(fresh.db, { officeId: office.officeId, from: day, to: day });
      return [inPeriod.itemsHandled, inPeriod.fenOut];
    };
    const correctedOccurredAt = tenOClock('2026-02-12');
    await recordCase(fresh.db, office, {
      direction: 'out',
      facts: [
        { kind: 'accepted', on: '2026-01-06' },
        { kind: 'fundSent', on: '2026-02-10', payload: { amountFen: 700 } },
        { kind: 'corrected', on: '2026-02-20', source: 'system', correctsSeq: 2, payload: { correctedOccurredAt } },
      ],
    });
    expect([await told('2026-02-10'), await told('2026-02-12')]).toEqual([
      [0, 0],
      [1, 700],
    ]);
  });
});

async function addLetter(transferId: string, letter: { attempt: number; postedOn: string; state: string }) {
  await fresh.db
    .insertInto('letters')
    .values({
      office_id: office.officeId,
      transfer_id: transferId,
      attempt: letter.attempt,
      channel: 'platform',
      letter_no: 'n',
      posted_on: letter.postedOn,
      state: letter.state,
      state_since: tenOClock(letter.postedOn),
      sent_by_fact_seq: 2,
    })
    .execute();
}

async function addNotice(transferId: string, notice: { sent: string; state: string; settled: string }) {
  await fresh.db
    .insertInto('notices')
    .values({
      office_id: office.officeId,
      transfer_id: transferId,
      notice_key: `completion:${transferId}:person`,
      kind: 'completion',
      recipient: 'person',
      state: notice.state,
      not_before: tenOClock(notice.sent),
      sent_at: tenOClock(notice.sent),
      settled_at: tenOClock(notice.settled),
    })
    .execute();
}

describe('times of steps', () => {
  interface Days {
    own: string;
    courier: string;
    counterpart: string;
    late?: boolean;
    /** False: nobody knows when the letter arrived, only that a form came. */
    receipt?: boolean;
  }

  test('are working days without holds; the share of each party stands apart', async () => {
    const completed = async (days: Days) => {
      const { transferId } = await recordCase(fresh.db, office, {
        facts: [
          { kind: 'accepted', on: '2026-01-05' },
          { kind: days.receipt === false ? 'infoFormReceived' : 'letterDelivered', on: days.courier },
          { kind: 'booked', on: '2026-02-27' },
        ],
      });
      const due = days.late ? '2026-01-06' : '2026-02-27';
      await addStep(transferId, {
        ordinal: 1,
        step: 'review',
        opened: '2026-01-05',
        closed: days.own,
        outcome: 'eligible',
        due,
      });
      await addStep(transferId, {
        ordinal: 2,
        step: 'delivery',
        opened: '2026-01-12',
        closed: days.courier,
        outcome: 'delivered',
        due: '2026-02-27',
      });
      await addStep(transferId, {
        ordinal: 3,
        step: 'formAndFunds',
        opened: '2026-01-19',
        closed: days.counterpart,
        outcome: 'agreed',
        due: '2026-02-27',
        held: 2,
      });
    };
    await completed({ own: '2026-01-06', courier: '2026-01-13', counterpart: '2026-01-23' });
    await completed({ own: '2026-01-07', courier: '2026-01-13', counterpart: '2026-01-26' });
    await completed({ own: '2026-01-08', courier: '2026-01-13', counterpart: '2026-01-26' });
    // Two working days: Saturday and Sunday are none.
    await completed({ own: '2026-01-09', courier: '2026-01-13', counterpart: '2026-01-27' });
    await completed({ own: '2026-01-12', courier: '2026-01-14', counterpart: '2026-01-28', late: true });
    await completed({ own: '2026-01-08', courier: '2026-01-30', counterpart: '2026-01-30', receipt: false });
    const asked = { officeId: office.officeId, from: '2026-01-01', to: '2026-02-28' };
    const { steps, parties, yearBefore } = await readStepTimes(fresh.db, asked);
    const of = (name: string) => steps.find(({ step }) => step === name);
    expect(of('review')).toEqual({ step: 'review', party: 'own', closed: 6, medianWorkingDays: 3, p80WorkingDays: 4 });
    expect(of('delivery')?.closed).toBe(5);
    expect(of('formAndFunds')).toMatchObject({ party: 'counterpart', medianWorkingDays: 3, p80WorkingDays: 4 });
    expect(of('booking')).toEqual({
      step: 'booking',
      party: 'own',
      closed: 0,
      medianWorkingDays: null,
      p80WorkingDays: null,
    });
    expect(parties).toEqual([
      {
        party: 'own',
        transfers: 6,
        medianWorkingDays: 3,
        p80WorkingDays: 4,
        inTime: { numerator: 5, denominator: 6, rate: '83.33' },
      },
      expect.objectContaining({
        party: 'courier',
        medianWorkingDays: 1,
        inTime: { numerator: 5, denominator: 5, rate: '100.00' },
      }),
      expect.objectContaining({ party: 'counterpart', medianWorkingDays: 3 }),
    ]);
    expect(yearBefore).toBeNull();
    const next = await readStepTimes(fresh.db, {
      ...asked,
      from: '2027-01-01',
      to: '2027-02-28',
      compareWith: 'yearBefore',
    });
    expect(next.yearBefore).toEqual(steps);
  });

  test('a step cut short by a withdrawal says nothing about steps', async () => {
    const transferId = await open('2026-02-02');
    await addStep(transferId, {
      step: 'review',
      opened: '2026-02-02',
      closed: '2026-02-02',
      outcome: 'withdrawn',
      due: '2026-02-27',
    });
    const { steps } = await readStepTimes(fresh.db, {
      officeId: office.officeId,
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(steps.find(({ step }) => step === 'review')?.closed).toBe(0);
  });
});

describe('the money board', () => {
  test('says where every fen is, and notices when they do not sum', async () => {
    const transferId = await open('2026-02-02');
    const states = ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'];
    const received = await sql<{ id: string }>`
      with credit as (
        insert into credits (office_id, serial, booked_on, amount_fen, verdict)
        values (${office.officeId}, 'S1', '2026-02-10', 210, 'split') returning id)
      insert into credit_parts (credit_id, office_id, amount_fen, state, transfer_id, owner_id)
      select credit.id, ${office.officeId}, part.no * 10, part.state, ${transferId}::uuid, ${office.staffId}
      from credit, unnest(${states}::text[]) with ordinality as part (state, no) returning id`.execute(fresh.db);
    const board = { suspenseFen: 10, proposedFen: 20, matchedFen: 30, bookedFen: 40, returnedFen: 50, reversedFen: 60 };
    expect(await readMoneyBoard(fresh.db, office.officeId)).toEqual({
      receivedFen: 210,
      openingFen: 0,
      ...board,
      conserved: true,
    });
    await sql`alter table credit_parts disable trigger credit_parts_sum`.execute(fresh.db);
    await sql`update credit_parts set amount_fen = 11 where id = ${received.rows[0]!.id}`.execute(fresh.db);
    expect((await readMoneyBoard(fresh.db, office.officeId)).conserved).toBe(false);
  });
});

describe('operations', () => {
  const message = (more: { created_at?: string; sent_at?: string; dead?: boolean }) =>
    fresh.db
      .insertInto('outbox')
      .values({ topic: 'fact', office_id: office.officeId, payload: '{}', ...more })
      .execute();

  test('counts what waits, what is dead and what the checker found last', async () => {
    await sql`delete from outbox`.execute(fresh.db);
    expect(await readOperations(fresh.db, office.officeId)).toEqual({
      outboxWaiting: 0,
      outboxOldestSeconds: 0,
      deadLetters: 0,
      stuckTransfers: 0,
      openWithoutStep: 0,
      managerHolds: 0,
      withoutActFor30Days: 0,
      violations: 0,
      findings: [],
      checkedAt: null,
      backupMadeAt: null,
      backupAgeSeconds: null,
    });
    await message({ created_at: new Date(Date.now() - 90_000).toISOString() });
    await message({});
    await message({ sent_at: new Date().toISOString() });
    await message({ dead: true });
    const finding = { invariant: 'outbox-drained', count: 1, examples: ['1'] };
    for (const violations of [7, 1]) {
      await fresh.db
        .insertInto('invariant_checks')
        .values({ violations, findings: JSON.stringify([finding]) })
        .execute();
    }
    const figures = await readOperations(fresh.db, office.officeId);
    expect(figures).toMatchObject({ outboxWaiting: 2, deadLetters: 1, violations: 1, findings: [finding] });
    expect(figures.outboxOldestSeconds).toBeGreaterThanOrEqual(90);
    expect(figures.checkedAt).not.toBeNull();
  });

  test('an open transfer that stands in no step counts', async () => {
    const transferId = await open('2026-02-02');
    expect((await readOperations(fresh.db, office.officeId)).openWithoutStep).toBe(1);
    await addStep(transferId, { step: 'review', opened: '2026-02-02', due: '2026-02-27' });
    expect((await readOperations(fresh.db, office.officeId)).openWithoutStep).toBe(0);
  });
});
