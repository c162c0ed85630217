/** A number is what its list holds: of open work, of the volume beside the cohort, of the money. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { listCredits } from '../../../db/credits/list.ts';
import { listBucket, type CompletionBucket } from '../../../db/metrics/completion-cases.ts';
import { readCompletion } from '../../../db/metrics/completion.ts';
import { readMoneyBoard } from '../../../db/metrics/money-board.ts';
import { readOpenWork, type OpenWork } from '../../../db/metrics/open-work.ts';
import { readVolume } from '../../../db/metrics/volume.ts';
import { listTransfers } from '../../../db/reading/transfer-list.ts';
import type { TransferFilter } from '../../../db/reading/transfer-keys.ts';
import { addDays, dateOf } from '../../../domain/time/shanghai-day.ts';
import { COUNTERPART_ROWS, takeIn } from '../../builders/imports.ts';
import { ledgerOutRow, leftToItsFile } from '../../builders/ledgers.ts';
import { aLivedInOffice, type LivedInOffice } from '../../builders/lived-in-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: LivedInOffice;
let today: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await aLivedInOffice(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(db);
  const open = { 办理进度: '办理中', 办理完结日期: '', 基金划转日期: '', 划转金额: '', 收到联系函日期: '2025-12-01' };
  const untold = ledgerOutRow(3, { ...open, 信息表发出日期: '' });
  await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1), ledgerOutRow(2, open), untold]);
  await leftToItsFile(db, untold['业务编号']!);
  // Long after every due date, and no alarm has rung.
  today = addDays(dateOf(rows[0]!.now), 90);
  await standClockAt(db, `${today}T10:00:00+08:00`);
});
afterAll(() => fresh.drop());

/** Page by page, each small. */
async function listed(filter: Partial<TransferFilter>): Promise<number> {
  const ids = new Set<string>();
  let after;
  do {
    const page = await listTransfers(
      db,
      testKeyring,
      { state: 'open', ...filter, officeId: office.officeId },
      { limit: 2, ...(after && { after }) },
    );
    for (const { id } of page.items) {
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
    after = page.next;
  } while (after);
  return ids.size;
}

describe('open work', () => {
  let work: OpenWork;
  beforeAll(async () => {
    work = await readOpenWork(db, office.officeId);
  });

  test('is what the list holds, an imported transfer-out with it', async () => {
    expect(work).toMatchObject({ open: 5, withoutStep: 1 });
    expect(await listed({})).toBe(work.open);
    expect(await listed({ withoutStep: true })).toBe(work.withoutStep);
    expect(await listed({ withoutStep: false })).toBe(work.open - work.withoutStep);
    expect(await listed({ direction: 'out' })).toBe(2);
    expect(await listed({ state: 'closed' })).toBe(work.closed);
  });

  test('is overdue by its date, whether or not an alarm has rung; what is held is not', async () => {
    expect(work.overdue).toBe(2);
    expect(await listed({ overdue: true })).toBe(work.overdue);
    expect(await listed({ overdue: false })).toBe(work.open - work.withoutStep - work.overdue);
  });

  test('by step, and of each what is overdue and on hold; its parts sum', async () => {
    expect(work.bySteps.reduce((sum, { open }) => sum + open, work.withoutStep)).toBe(work.open);
    for (const { step, open, overdue, held } of work.bySteps) {
      expect([step, await listed({ step })]).toEqual([step, open]);
      expect([step, await listed({ step, overdue: true })]).toEqual([step, overdue]);
      expect([step, await listed({ step, held: true })]).toEqual([step, held]);
    }
  });

  test('by holder: the owner of the step, or the steward of what is in none', async () => {
    expect(work.byOwners.reduce((sum, { open }) => sum + open, 0)).toBe(work.open);
    expect(work.byOwners.length).toBeGreaterThan(1);
    for (const { owner, open, overdue } of work.byOwners) {
      expect([owner.displayName, await listed({ holderId: owner.id })]).toEqual([owner.displayName, open]);
      expect(await listed({ holderId: owner.id, overdue: true })).toBe(overdue);
      expect(await listed({ holderId: owner.id, state: 'all' })).toBe(open);
      expect(await listed({ holderId: owner.id, state: 'closed' })).toBe(0);
    }
  });
});

describe('what was accepted', () => {
  const period = () => ({ officeId: office.officeId, from: '2020-01-01', to: today });
  const asked = () => ({ ...period(), direction: 'in' as const, asOf: today });

  test('is the cohort and, by reason, what left before its first letter; with transfers-out it is the volume', async () => {
    const attempts = (await readCompletion(db, asked())).attempts!;
    const { accepted, furtherLegs, cohort, excluded, excludedReasons } = attempts;
    const left = excluded.refused + excluded.duplicate + excluded.withdrawnBeforeFirstLetter;
    expect({ cohort, left }).toEqual({ cohort: 6, left: 2 });
    expect(accepted).toBe(cohort + left);
    expect(excludedReasons).toEqual([
      { why: 'refused', reasonCode: 'A02', count: 1 },
      { why: 'withdrawnBeforeFirstLetter', reasonCode: 'W01', count: 1 },
    ]);
    const { inPeriod, sinceBeginning } = await readVolume(db, period());
    expect(inPeriod.acceptedIn).toBe(accepted + furtherLegs);
    expect(inPeriod).toMatchObject({ acceptedOut: 3, accepted: inPeriod.acceptedIn + 3 });
    const work = await readOpenWork(db, office.officeId);
    expect(sinceBeginning.accepted - sinceBeginning.closed).toBe(work.open);
    expect(sinceBeginning.closed).toBe(work.closed);
  });

  test('each of its numbers opens exactly its cases', async () => {
    const { accepted, cohort, stillOpen, excluded } = (await readCompletion(db, asked())).attempts!;
    const numbers: [CompletionBucket, number][] = [
      ['accepted', accepted],
      ['cohort', cohort],
      ['stillOpen', stillOpen],
      ...(Object.entries(excluded) as [CompletionBucket, number][]),
    ];
    for (const [bucket, number] of numbers) {
      const page = await listBucket(db, asked(), bucket, { limit: 100 });
      expect([bucket, page?.count, page?.transferIds.length]).toEqual([bucket, number, number]);
    }
  });

  test('letters received are a bucket of transfers-out', async () => {
    const question = { ...asked(), direction: 'out' as const };
    const { sameMonth, due } = (await readCompletion(db, question)).periods!;
    expect((await listBucket(db, question, 'received', { limit: 10 }))?.count).toBe(sameMonth.denominator);
    expect((await listBucket(db, question, 'cohort', { limit: 10 }))?.count).toBe(due);
  });
});

test('a corrected acceptance counts on its own day, in the volume as in the cohort', async () => {
  await sql`insert into events (transfer_id, seq, fact_seq, office_id, kind, source, occurred_at, corrects_seq, payload)
    select id, last_seq + 1, last_fact_seq + 1, office_id, 'corrected', 'staff', office_now(), 1,
      jsonb_build_object('correctedOccurredAt', '2019-12-31T10:00:00+08:00')
    from transfers where id = ${office.transfers.booked}`.execute(db);
  const year = { officeId: office.officeId, from: '2019-01-01', to: '2019-12-31' };
  expect((await readVolume(db, year)).inPeriod.accepted).toBe(1);
  const { attempts } = await readCompletion(db, { ...year, direction: 'in', asOf: today });
  expect(attempts?.accepted).toBe(1);
});

test('money in each state is what the credits with a part in it hold there', async () => {
  const board = await readMoneyBoard(db, office.officeId);
  expect(board.conserved).toBe(true);
  expect(board.suspenseFen).toBeGreaterThan(0);
  expect(board.bookedFen).toBeGreaterThan(0);
  let all = 0;
  for (const state of ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'] as const) {
    const { items, next } = await listCredits(db, testKeyring, { officeId: office.officeId, state }, { limit: 100 });
    expect(next).toBeNull();
    const parts = items.flatMap((credit) => credit.parts.filter((part) => part.state === state));
    const sum = parts.reduce((fen, { amountFen }) => fen + amountFen, 0);
    expect([state, sum]).toEqual([state, board[`${state}Fen`]]);
    all += sum;
  }
  expect(all).toBe(board.receivedFen + board.openingFen);
});
