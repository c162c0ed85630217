import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { listImportLines } from '../../../db/imported/lines.ts';
import { readCompletion } from '../../../db/metrics/completion.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { bankRow } from '../../builders/bank-files.ts';
import { csvFile, type Row } from '../../builders/files.ts';
import {
  countRows,
  COUNTERPART_ROWS,
  standInNovember2026,
  stepsOf,
  takeIn,
  transferOf,
} from '../../builders/imports.ts';
import { caseNo, ended, NOT_CLOSED, open, returned } from '../../builders/ledger-changes.ts';
import { ledgerInRow } from '../../builders/ledgers.ts';
import { anOffice, testKeyring, type TestOffice } from '../../builders/office.ts';
import { walk } from '../../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;

async function begin() {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
}
const end = () => fresh.drop();

/** One of everything that a month brings. */
const MONTH: readonly Row[] = [
  ledgerInRow(1),
  ledgerInRow(2, returned(1, 'M03', '2026-05-20', ['2026-05-21', '1000000009002'])),
  ledgerInRow(3, {
    ...returned(1, 'L02', '2026-05-20', ['2026-05-21', '1000000009003']),
    ...returned(2, 'D01', '2026-05-25', ['2026-05-26', '1000000009013']),
  }),
  ledgerInRow(4, { 原参保地行政区划: '330100', 原参保地社保机构名称: '杭州样例中心', 第1次EMS单号: '' }),
  ledgerInRow(5, ended('不予受理', '2026-05-13', { 不予受理原因: 'A02' })),
  ledgerInRow(6, ended('申请人撤回', '2026-05-12', { 不予受理原因: 'W01' })),
  ledgerInRow(7, {
    ...NOT_CLOSED,
    第1次退回原因: 'L06',
    第1次退回日期: '2026-06-02',
    办理进度: '已终止',
    存在问题: 'L06',
    办理完结日期: '2026-06-02',
  }),
  ledgerInRow(8, open({ 办理进度: '等待信息表和资金', 存在问题: 'L12' })),
  ledgerInRow(9, open({ 办理进度: '信息表已收到', 信息表收到日期: '2026-06-01', 应到金额: '500.00' })),
  ledgerInRow(10, open({ 办理进度: '资金已到账', 基金到账日期: '2026-06-01', 实到金额: '600.00' })),
  ledgerInRow(11, { ...open({ 办理进度: '受理中' }), 第1次联系函日期: '', 第1次EMS单号: '', 管家: '' }),
];
describe('a month of an old ledger', () => {
  beforeAll(begin);
  afterAll(end);

  test('goes in in GB18030, and breaks no promise of the ledger', async () => {
    expect(await takeIn(db, office, 'ledgerIn', MONTH)).toMatchObject({
      state: 'done',
      accepted: 11,
      refused: 0,
      linesTotal: 11,
    });
    expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
  });

  test.each([
    [
      1,
      [
        'review 1 eligible',
        'liaisonLetter 1 sent',
        'delivery 1 delivered',
        'formAndFunds 1 agreed',
        'entry 1 entered',
        'secondReview 1 approved',
        'booking 1 booked',
      ],
    ],
    [
      2,
      [
        'review 1 eligible',
        'liaisonLetter 1 sent',
        'delivery 1 lost',
        'liaisonLetter 2 sent',
        'delivery 2 delivered',
        'formAndFunds 2 agreed',
        'entry 2 entered',
        'secondReview 2 approved',
        'booking 2 booked',
      ],
    ],
    [5, ['review 1 refused']],
    [6, ['review 1 withdrawn']],
    [7, ['review 1 eligible', 'liaisonLetter 1 sent', 'delivery 1 closedWithoutTransfer']],
    [8, ['review 1 eligible', 'liaisonLetter 1 sent', 'delivery 1 delivered', 'formAndFunds 1 open']],
    [9, ['review 1 eligible', 'liaisonLetter 1 sent', 'delivery 1 delivered', 'formAndFunds 1 open']],
    [10, ['review 1 eligible', 'liaisonLetter 1 sent', 'delivery 1 delivered', 'formAndFunds 1 open']],
    [11, ['review 1 open']],
  ])('row %i walks the procedure', async (number, steps) => {
    const { id } = await transferOf(db, caseNo(number));
    expect(await stepsOf(db, id)).toEqual(steps);
  });

  test('a form sent back for correction is our own return, in the step that waited for it', async () => {
    const { id } = await transferOf(db, caseNo(3));
    expect(await stepsOf(db, id)).toEqual(
      expect.arrayContaining([
        'delivery 1 returned',
        'delivery 2 delivered',
        'formAndFunds 2 returned',
        'booking 3 booked',
      ]),
    );
    const letters = await db
      .selectFrom('letters')
      .select(['kind', 'state'])
      .where('transfer_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(letters).toEqual([
      { kind: 'liaison', state: 'delivered' },
      { kind: 'liaison', state: 'delivered' },
      { kind: 'correction', state: 'delivered' },
    ]);
  });

  test('the rates of the month follow', async () => {
    const question = {
      officeId: office.officeId,
      direction: 'in',
      from: '2026-05-01',
      to: '2026-05-31',
      asOf: '2026-11-20',
    } as const;
    const { attempts } = await readCompletion(db, question);
    expect(attempts).toMatchObject({
      cohort: 9,
      closedAt: { 1: 2, 2: 1, 3: 1 },
      notClosed: 5,
      excluded: { refused: 1, duplicate: 0, withdrawnBeforeFirstLetter: 1 },
    });
  });

  test('a deadline already past is overdue with one escalation, and the manager holds what an unknown colleague held', async () => {
    const { id, steward_id: stewardId } = await transferOf(db, caseNo(8));
    const step = await db
      .selectFrom('steps')
      .selectAll()
      .where('transfer_id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    expect(step).toMatchObject({ escalations: 1, owner_id: office.staff.manager });
    expect(step.overdue_at).not.toBeNull();
    expect(stewardId).toBe(office.staff.manager);
    const escalated = await db
      .selectFrom('events')
      .select('seq')
      .where('transfer_id', '=', id)
      .where('kind', '=', 'escalated')
      .execute();
    expect(escalated).toHaveLength(1);
    const unknown = await db
      .selectFrom('staff')
      .select(['active', 'password_hash'])
      .where('username', '=', '经办02')
      .executeTakeFirst();
    expect(unknown).toEqual({ active: false, password_hash: null });
    // A row without a name is nobody's yet: a clerk of the office gets it.
    expect((await transferOf(db, caseNo(11))).steward_id).toBe(office.staff.clerk);
  });

  test('history sends no notice and opens no duty to tell', async () => {
    expect(await db.selectFrom('notices').select('id').execute()).toEqual([]);
    expect(await db.selectFrom('tasks').select('kind').execute()).toEqual([]);
    const decisions = await db.selectFrom('notice_decisions').select(['decision', 'reason']).distinct().execute();
    expect(decisions).toEqual([{ decision: 'notSent', reason: 'imported' }]);
  });

  test('open transfers get a workflow, closed ones do not', async () => {
    const waiting = await db
      .selectFrom('outbox')
      .select(['transfer_id', 'payload'])
      .where('topic', '=', 'fact')
      .execute();
    const open = await db.selectFrom('transfers').select('id').where('closed_at', 'is', null).execute();
    expect(waiting.map(({ transfer_id }) => transfer_id).sort()).toEqual(open.map(({ id }) => id).sort());
    for (const { payload } of waiting) expect(payload).toMatchObject({ kind: 'look', rearms: true, starts: true });
  });

  test('the procedure walks over the imported steps and goes on where the old ledger stood', async () => {
    const { id } = await transferOf(db, caseNo(9));
    const the = walk(db, office, id);
    expect((await the.open('review')).outcome).toBe('eligible');
    expect((await the.open('liaisonLetter')).outcome).toBe('sent');
    expect((await the.open('delivery')).outcome).toBe('delivered');
    expect(await the.open('formAndFunds')).toMatchObject({ outcome: null });
    const paid = await takeIn(db, office, 'bankStatement', [
      bankRow({ serial: 'L1', yuan: '500.00', memo: caseNo(9) }),
    ]);
    expect((await listImportLines(db, paid.id, { after: 0, limit: 1 })).items).toMatchObject([{ verdict: 'match' }]);
    expect((await the.again('formAndFunds')).outcome).toBe('agreed');
    expect(await the.open('entry')).toMatchObject({ outcome: null });
  });

  test('booked amounts need no credit; money of an open transfer is one', async () => {
    const { rows } = await sql<{ sum: number }>`select sum(amount_fen)::bigint as sum from bookings`.execute(db);
    expect(rows[0]?.sum).toBe(4 * 34_206_44);
    const credits = await db
      .selectFrom('credits')
      .innerJoin('credit_parts', 'credit_id', 'credits.id')
      .select(['serial', 'state', 'reason'])
      .execute();
    expect(credits.filter(({ serial }) => serial.startsWith('ledger:'))).toEqual([
      { serial: `ledger:${caseNo(10)}`, state: 'proposed', reason: 'F02' },
    ]);
  });

  test('the counter goes on behind the numbers of the old ledger', async () => {
    const row = await db.selectFrom('case_numbers').selectAll().where('prefix', '=', 'IN202605').executeTakeFirst();
    expect(row?.last_number).toBe(11);
  });

  test('all columns are kept, and nobody reads them in the table', async () => {
    const line = await db
      .selectFrom('import_lines')
      .selectAll()
      .where('natural_key', '=', caseNo(8))
      .executeTakeFirstOrThrow();
    const cells = JSON.parse(testKeyring.open(line.raw_sealed).toString('utf8')) as Row;
    expect(cells).toEqual(MONTH[7]);
    expect(line.raw_sealed.toString('utf8')).not.toContain(MONTH[7]!['姓名']);
  });

  test('the same file again changes nothing, in whichever encoding', async () => {
    const events = await countRows(db, 'events');
    expect(await takeIn(db, office, 'ledgerIn', MONTH)).toMatchObject({ unchanged: 11, accepted: 0, changed: 0 });
    const utf8 = csvFile(MONTH, { encoding: 'utf8-bom' });
    expect(await takeIn(db, office, 'ledgerIn', utf8)).toMatchObject({ unchanged: 11 });
    expect(await takeIn(db, office, 'counterparts', COUNTERPART_ROWS)).toMatchObject({ unchanged: 2 });
    expect(await countRows(db, 'events')).toBe(events);
  });

  test('what our own office closes is told like any other, whatever book it began in', async () => {
    const { id } = await transferOf(db, caseNo(9));
    const the = walk(db, office, id);
    for (const step of ['review', 'liaisonLetter', 'delivery', 'formAndFunds', 'entry'] as const) await the.open(step);
    await the.say('entryClerk', { kind: 'entered' });
    await the.open('secondReview');
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.open('booking');
    await the.say('accountClerk', { kind: 'booked' });
    const decision = await db.selectFrom('notice_decisions').selectAll().where('transfer_id', '=', id).execute();
    expect(decision).toMatchObject([{ decision: 'send', mode: 'weekly' }]);
    const notices = await db.selectFrom('notices').select('kind').where('transfer_id', '=', id).execute();
    expect(notices).toEqual([{ kind: 'completion' }]);
  });
});
