/** An open transfer-out of an old ledger stands in the first step that its row does not show to be done, and goes on from there. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordFact } from '../../db/counter/record-fact.ts';
import { listImportLines, listRefusals } from '../../db/imported/lines.ts';
import { readRemittanceSlip } from '../../db/documents/readers/remittance-slip.ts';
import { takeUpTransfersOut } from '../../db/imported/take-up.ts';
import { countCompletionOut } from '../../db/metrics/completion-out.ts';
import { readOurAnswer } from '../../db/reading/our-answer.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { rowsIn, takeOut } from '../builders/exported.ts';
import type { Row } from '../builders/files.ts';
import {
  bringIn,
  COUNTERPART_ROWS,
  factsOf,
  standInNovember2026,
  stepsOf,
  takeIn,
  transferOf,
} from '../builders/imports.ts';
import { openStepOf } from '../builders/ledger-rows.ts';
import { ledgerOutRow } from '../builders/ledgers.ts';
import { testKeyring } from '../builders/office.ts';
import { outFacts } from '../builders/out-facts.ts';
import { recordCase } from '../builders/recorded-cases.ts';
import { ownOffice } from '../support/own-office.ts';

const { db, office, url } = await ownOffice();
beforeAll(async () => {
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
});

/** Due on 1 December: fifteen working days from the letter. */
const OPEN: Row = {
  收到联系函日期: '2026-11-10',
  信息表发出日期: '',
  基金划转日期: '',
  划转金额: '',
  办理进度: '办理中',
  办理完结日期: '',
};
const FORM = { 信息表发出日期: '2026-11-16' };
const MONEY = { 基金划转日期: '2026-11-18', 划转金额: '12000.00' };
const caseNo = (no: number): string => ledgerOutRow(no)['业务编号']!;
const idOf = async (no: number): Promise<string> => (await transferOf(db, caseNo(no))).id;
const take = (no: number, changes: Row) => takeIn(db, office, 'ledgerOut', [ledgerOutRow(no, { ...OPEN, ...changes })]);
const slipOf = async (no: number) =>
  readRemittanceSlip({
    tx: db,
    keyring: testKeyring,
    officeId: office.officeId,
    staffId: office.staff.finance,
    transferId: await idOf(no),
    subjectId: null,
    input: {},
    today: '2026-11-26',
    publicUrl: 'https://office.example',
  });
const stepsIn = async (no: number): Promise<string[]> => stepsOf(db, await idOf(no));

const say = async (no: number, who: keyof typeof office.staff, detail: NewFactDetail) =>
  recordFact(db, testKeyring, {
    transferId: await idOf(no),
    officeId: office.officeId,
    detail,
    by: { staffId: office.staff[who], source: 'staff' },
  });

const { manager, entryClerk, reviewer2, finance, letterClerk, letterClerk2 } = office.staff;
const HOLDERS = {
  manager: [manager],
  entryClerk: [entryClerk, reviewer2],
  finance: [finance],
  letterClerk: [letterClerk, letterClerk2],
};

const MADE = ['letterCheck 1 eligible', 'formIssue 1 issued', 'formReview 1 approved', 'remittanceCheck 1 agreed'];

describe('a row', () => {
  test.each<[string, Row, string[], keyof typeof HOLDERS]>([
    ['of which nothing is told', {}, ['letterCheck 1 open'], 'manager'],
    ['whose form left, nobody knows over how much', FORM, ['letterCheck 1 eligible', 'formIssue 1 open'], 'entryClerk'],
    [
      'whose form left and whose money waits',
      { ...FORM, 划转金额: '12000.00' },
      [...MADE, 'remitting 1 open'],
      'finance',
    ],
    ['whose money left before its form', MONEY, [...MADE, 'remitting 1 paidOut', 'formSending 1 open'], 'letterClerk'],
    [
      'of which both have left',
      { ...FORM, ...MONEY },
      [...MADE, 'remitting 1 paidOut', 'formSending 1 sent', 'relationEnd 1 open'],
      'manager',
    ],
    [
      'that was sent again',
      { ...FORM, ...MONEY, 更正次数: '2' },
      [...MADE, 'remitting 1 paidOut', 'formSending 1 sent', 'relationEnd 1 open'],
      'manager',
    ],
    [
      'whose money left, nobody knows how much',
      { ...FORM, ...MONEY, 划转金额: '' },
      [...MADE, 'remitting 1 paidOut', 'formSending 1 sent', 'relationEnd 1 open'],
      'manager',
    ],
  ])('%s stands where it shows, with owner, deadline and workflow', async (what, changes, steps, owner) => {
    const no = ROWS.indexOf(what) + 1;
    await take(no, changes);
    expect(await stepsIn(no)).toEqual(steps);
    const { id, followed, procedure_version: version, steward_id: steward } = await transferOf(db, caseNo(no));
    expect({ followed, version, steward }).toEqual({
      followed: true,
      version: '2019-94',
      steward: office.staff.manager,
    });
    const open = (await openStepOf(db, id))!;
    expect(open.due_on).toBe('2026-12-01');
    // Whoever the row names is not here any more: what the steward does is the manager's, the rest whose role it is.
    expect(HOLDERS[owner]).toContain(open.owner_id);
    const told = await db.selectFrom('outbox').select('payload').where('transfer_id', '=', id).execute();
    expect(told.map(({ payload }) => payload)).toMatchObject([{ kind: 'look', starts: true }]);
  });

  test('leaves nothing that the checker would complain of', async () => {
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });

  test('that ended stays a row, with its figures', async () => {
    const ended = { ...FORM, ...MONEY, 办理进度: '已办结', 办理完结日期: '2026-11-18' };
    await take(20, { ...ended, 收到联系函日期: '2026-11-02' });
    const { id, ...transfer } = await transferOf(db, caseNo(20));
    expect(transfer).toMatchObject({ followed: false, closing: 'completed' });
    expect(await stepsOf(db, id)).toEqual([]);
    const due = { officeId: office.officeId, from: '2026-11-23', to: '2026-11-23', asOf: '2026-11-30' };
    expect(await countCompletionOut(db, due)).toMatchObject({ due: 1, inPeriod: { numerator: 1 } });
  });

  test('that is long overdue is escalated once', async () => {
    await take(21, { 收到联系函日期: '2026-05-20' });
    const { id } = await transferOf(db, caseNo(21));
    const { rows } = await sql<{ kind: string; n: number }>`select kind, count(*)::integer as n from events
      where transfer_id = ${id} and kind in ('overdue', 'escalated') group by kind order by kind`.execute(db);
    expect(rows).toEqual([
      { kind: 'escalated', n: 1 },
      { kind: 'overdue', n: 1 },
    ]);
  });
});

/** By the order of the rows above. */
const ROWS: readonly string[] = [
  'of which nothing is told',
  'whose form left, nobody knows over how much',
  'whose form left and whose money waits',
  'whose money left before its form',
  'of which both have left',
  'that was sent again',
  'whose money left, nobody knows how much',
];

describe('people go on with it', () => {
  test('a form that left before its money is not sent a second time', async () => {
    await say(3, 'finance', { kind: 'fundSent', amountFen: 12_000_00 });
    expect((await stepsIn(3)).slice(-3)).toEqual(['remitting 1 paidOut', 'formSending 1 sent', 'relationEnd 1 open']);
    const attempts = await db
      .selectFrom('attempts')
      .selectAll()
      .where('transfer_id', '=', await idOf(3))
      .execute();
    expect(attempts).toMatchObject([{ attempt: 1, ended_at: null }]);
  });

  test('the sums of a form that left are entered, and its money follows', async () => {
    expect((await listImportLines(db, await importOf(2), { after: 0, limit: 1 })).items).toMatchObject([
      { warnings: [{ field: '划转金额', code: 'sumNotTold' }] },
    ]);
    const form = { accountTotalFen: 9_000_00, pooledFundFen: 3_000_00, totalFen: 12_000_00 };
    await say(2, 'entryClerk', { kind: 'infoFormIssued', ...form });
    await say(2, 'reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await say(2, 'finance', { kind: 'remittanceChecked', outcome: 'agreed' });
    await say(2, 'finance', { kind: 'fundSent', amountFen: 12_000_00 });
    expect((await stepsIn(2)).at(-1)).toBe('relationEnd 1 open');
    await say(2, 'manager', { kind: 'relationEnded' });
    expect(await transferOf(db, caseNo(2))).toMatchObject({ closing: 'completed' });
  });

  test('after a dispute it is sent anew, whatever was sent again before', async () => {
    await say(6, 'manager', { kind: 'disputeReceived', reasonCode: 'F03' });
    const form = { accountTotalFen: 9_000_00, pooledFundFen: 3_500_00, totalFen: 12_500_00 };
    await say(6, 'entryClerk', { kind: 'infoFormIssued', ...form });
    await say(6, 'reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await say(6, 'finance', { kind: 'remittanceChecked', outcome: 'agreed' });
    await say(6, 'finance', { kind: 'fundSent', amountFen: 500_00 });
    expect((await stepsIn(6)).at(-1)).toBe('formReissue 2 open');
  });

  test('a sum that nobody knows is not paid a second time; a later file brings it', async () => {
    await say(7, 'manager', { kind: 'disputeReceived', reasonCode: 'F03' });
    await say(7, 'entryClerk', { kind: 'infoFormIssued', accountTotalFen: 1, pooledFundFen: 0, totalFen: 1 });
    await say(7, 'reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    const compare = (outcome: string) => say(7, 'finance', { kind: 'remittanceChecked', outcome });
    for (const outcome of ['agreed', 'covered'])
      await expect(compare(outcome)).rejects.toMatchObject({ refusal: 'amount-mismatch' });
    expect(await readOurAnswer(db, await idOf(7))).toBeNull();
    expect(await take(7, { ...FORM, ...MONEY, 划转金额: '0.01' })).toMatchObject({ changed: 1 });
    expect(await readOurAnswer(db, await idOf(7))).toMatchObject({ totalFen: 1, sentFen: 1, dueFen: 0 });
    expect((await slipOf(7)).data).toMatchObject({ beforeFen: 0, amountFen: 1, sentOn: '2026-11-18' });
    await compare('covered');
    expect((await stepsIn(7)).at(-1)).toBe('formReissue 2 open');
  });

  test('leaves nothing that the checker would complain of', async () => {
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });
});

describe('a later file', () => {
  test('goes on from the step, and ends it', async () => {
    expect(await take(1, FORM)).toMatchObject({ changed: 1 });
    expect(await stepsIn(1)).toEqual(['letterCheck 1 eligible', 'formIssue 1 open']);
    expect(await take(1, { ...FORM, ...MONEY })).toMatchObject({ changed: 1 });
    expect(await stepsIn(1)).toEqual([...MADE, 'remitting 1 paidOut', 'formSending 1 sent', 'relationEnd 1 open']);
    expect(await factsOf(db, await idOf(1))).toEqual([
      '2026-11-10 accepted',
      '2026-11-10 letterReceived',
      '2026-11-16 letterChecked',
      '2026-11-16 infoFormSent',
      '2026-11-18 infoFormIssued',
      '2026-11-18 secondReviewed',
      '2026-11-18 remittanceChecked',
      '2026-11-18 fundSent',
    ]);
    const ended = { ...FORM, ...MONEY, 办理进度: '已办结', 办理完结日期: '2026-11-19' };
    expect(await take(1, ended)).toMatchObject({ changed: 1 });
    expect(await transferOf(db, caseNo(1))).toMatchObject({ closing: 'completed', followed: true });
  });

  test('may say what was recorded here on the same day, and on another it is refused', async () => {
    await take(30, { ...FORM, 划转金额: '12000.00' });
    await say(30, 'finance', { kind: 'fundSent', amountFen: 12_000_00 });
    const other = await take(30, { ...FORM, ...MONEY });
    expect(await listRefusals(db, other.id)).toMatchObject([{ field: '基金划转日期', code: 'recordedOtherwise' }]);
    expect(await take(30, { ...FORM, ...MONEY, 基金划转日期: '2026-11-20' })).toMatchObject({ changed: 1 });
    expect((await factsOf(db, await idOf(30))).filter((fact) => fact.endsWith('fundSent'))).toHaveLength(1);
  });

  test.each([
    [33, '2026-11-19', 'since it was corrected'],
    [36, '2026-11-20', 'before it was corrected'],
  ])('may say what was recorded here (row %i), with the day %s that it had %s', async (no, day) => {
    await take(no, { ...FORM, 划转金额: '12000.00' });
    await say(no, 'finance', { kind: 'fundSent', amountFen: 12_000_00 });
    const sent = await db
      .selectFrom('events')
      .select('seq')
      .where('transfer_id', '=', await idOf(no))
      .where('kind', '=', 'fundSent')
      .executeTakeFirstOrThrow();
    const on = new Date('2026-11-19T12:00:00+08:00').toISOString();
    await recordFact(db, testKeyring, {
      transferId: await idOf(no),
      officeId: office.officeId,
      detail: { kind: 'corrected', correctsSeq: sent.seq, correctedOccurredAt: on },
      by: { staffId: office.staff.manager, source: 'staff' },
      confirmedBy: office.staff.finance,
    });
    const other = await take(no, { ...FORM, ...MONEY, 基金划转日期: '2026-11-18' });
    expect(await listRefusals(db, other.id)).toMatchObject([{ field: '基金划转日期', code: 'recordedOtherwise' }]);
    expect(await take(no, { ...FORM, ...MONEY, 基金划转日期: day })).toMatchObject({ changed: 1 });
    const { file } = await takeOut(db, office, { what: 'ledgerOut', format: 'csvUtf8' });
    const rows = await rowsIn(file, ['业务编号', '基金划转日期']);
    expect(rows.find((row) => row['业务编号'] === caseNo(no))?.['基金划转日期']).toBe('2026-11-19');
  });

  test('tells of a day before the letter as a new row does: it counts from the letter', async () => {
    const early = { 信息表发出日期: '2026-11-06', 基金划转日期: '2026-11-09', 划转金额: '12000.00' };
    await take(34, early);
    await take(35, {});
    expect(await take(35, early)).toMatchObject({ changed: 1, refused: 0 });
    expect(await stepsIn(35)).toEqual(await stepsIn(34));
    const told = async (no: number) => (await factsOf(db, await idOf(no))).sort();
    expect(await told(35)).toEqual(await told(34));
    expect((await told(34)).every((fact) => fact.startsWith('2026-11-10'))).toBe(true);
  });

  test('does not end what has not been paid', async () => {
    await take(31, { ...FORM, 划转金额: '12000.00' });
    const brought = await take(31, { ...FORM, 划转金额: '12000.00', 办理进度: '已办结', 办理完结日期: '2026-11-19' });
    expect(await listRefusals(db, brought.id)).toMatchObject([{ field: '办理进度', code: 'step-not-open' }]);
    expect(await stepsIn(31)).toEqual([...MADE, 'remitting 1 open']);
  });

  test('tells nothing of one that has ended here', async () => {
    await take(32, {});
    await say(32, 'manager', { kind: 'letterSentBack', reasonCode: 'L01' });
    const brought = await take(32, FORM);
    expect(await listRefusals(db, brought.id)).toMatchObject([{ field: '办理进度', code: 'transfer-closed' }]);
  });

  test('leaves nothing that the checker would complain of', async () => {
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });
});

describe('one that the release before left to its file', () => {
  let id: string;
  beforeAll(async () => {
    const { id: counterpartId } = await db
      .selectFrom('counterparts')
      .select('id')
      .where('area_code', '=', '330100')
      .executeTakeFirstOrThrow();
    const facts = outFacts({ receivedOn: '2026-11-12', formSentOn: '2026-11-16', recordedAt: '2026-11-17T02:00:00Z' });
    const { staff, officeId } = office;
    const recorded = await recordCase(
      db,
      { officeId, staffId: staff.clerk, counterpartId },
      { direction: 'out', caseNo: 'OUT2026119999', facts: facts.map((fact) => ({ ...fact, closes: false })) },
    );
    id = recorded.transferId;
    await sql`update cases set imported = true where id = ${recorded.caseId}`.execute(db);
    await sql`insert into responsibilities (transfer_id, kind, staff_id, since, why)
      select id, 'steward', steward_id, accepted_at, 'imported' from transfers where id = ${id}`.execute(db);
    const row = {
      transfer_id: id,
      letter_received_on: '2026-11-11',
      due_on: '2026-12-02',
      second_due_on: '2026-12-23',
    };
    await db
      .insertInto('transfers_out')
      .values({ ...row, form_issued_on: '2026-11-16', reissues: 0, amount_fen: 7_000_00 })
      .execute();
  });

  test('is taken to the step that its row shows, from the day on which the platform said that its letter came', async () => {
    expect(await takeUpTransfersOut(db)).toBe(1);
    // By a sum that one account has brought nobody pays.
    expect(await stepsOf(db, id)).toEqual(['letterCheck 1 eligible', 'formIssue 1 open']);
    const open = (await openStepOf(db, id))!;
    expect([open.due_on, HOLDERS.entryClerk.includes(open.owner_id)]).toEqual(['2026-12-02', true]);
    expect(await factsOf(db, id)).toEqual([
      '2026-11-12 accepted',
      '2026-11-12 letterReceived',
      '2026-11-16 infoFormSent',
      '2026-11-20 corrected',
      '2026-11-16 letterChecked',
    ]);
    const told = await db.selectFrom('outbox').select('payload').where('transfer_id', '=', id).execute();
    expect(told.map(({ payload }) => payload)).toMatchObject([{ starts: true }]);
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });

  test('is taken up once', async () => {
    expect(await takeUpTransfersOut(db)).toBe(0);
  });
});

async function importOf(no: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`select import_id as id from import_lines
    where transfer_id = ${await idOf(no)}`.execute(db);
  return rows[0]!.id;
}

test('a file of which nothing is new brings nothing', async () => {
  const again = await bringIn(db, office, 'ledgerOut', [ledgerOutRow(5, { ...OPEN, ...FORM, ...MONEY })]);
  expect(again).toMatchObject({ unchanged: 1, changed: 0 });
});
