import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { correctContact } from '../../../db/counter/correct-contact.ts';
import { recordFact } from '../../../db/counter/record-fact.ts';
import { listRefusals } from '../../../db/imported/lines.ts';
import type { NewFactDetail } from '../../../domain/facts/new-fact.ts';
import { COUNTERPART_ROWS, factsOf, standInNovember2026, stepsOf, takeIn, transferOf } from '../../builders/imports.ts';
import { caseNo, open, returned } from '../../builders/ledger-changes.ts';
import { ledgerInRow } from '../../builders/ledgers.ts';
import { anOffice, testKeyring, type TestOffice } from '../../builders/office.ts';
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

describe('a row that differs later', () => {
  beforeAll(begin);
  afterAll(end);

  const refusalsOf = async (id: string) =>
    (await listRefusals(db, id)).map(({ line, field, code }) => `${String(line)} ${field} ${code}`);

  test('brings no mobile back that the counter has corrected since', async () => {
    const before = ledgerInRow(70, open({ 手机号码: '13900007777', 单位名称: '样例单位一' }));
    await takeIn(db, office, 'ledgerIn', [before]);
    const { id } = await transferOf(db, caseNo(70));
    const by = { officeId: office.officeId, transferId: id, byStaffId: office.staff.clerk };
    await correctContact(db, testKeyring, { ...by, mobile: '13900008888' });
    const mobile = async () => {
      const { rows } = await sql<{ phone: Buffer }>`select p.phone_sealed as phone from persons p
        join cases c on c.person_id = p.id where c.case_no = ${caseNo(70)}`.execute(db);
      return testKeyring.openText(rows[0]!.phone);
    };
    expect(await takeIn(db, office, 'ledgerIn', [{ ...before, 单位名称: '样例单位二' }])).toMatchObject({ changed: 1 });
    expect(await mobile()).toBe('13900008888');
    expect(await takeIn(db, office, 'ledgerIn', [{ ...before, 手机号码: '13900009999' }])).toMatchObject({
      changed: 1,
    });
    expect(await mobile()).toBe('13900009999');
  });

  test('brings what is new as facts, up to the booking', async () => {
    const before = ledgerInRow(1, open({ 办理进度: '联系函已发出' }));
    await takeIn(db, office, 'ledgerIn', [before]);
    const { id } = await transferOf(db, caseNo(1));
    expect((await stepsOf(db, id)).at(-1)).toBe('delivery 1 open');
    expect(await takeIn(db, office, 'ledgerIn', [ledgerInRow(1)])).toMatchObject({ changed: 1, refused: 0 });
    expect((await stepsOf(db, id)).at(-1)).toBe('booking 1 booked');
    expect(await factsOf(db, id)).toEqual([
      '2026-05-11 accepted',
      '2026-05-11 reviewed',
      '2026-05-15 letterSent',
      '2026-06-01 infoFormReceived',
      '2026-06-03 fundReceived',
      '2026-06-12 entered',
      '2026-06-12 secondReviewed',
      '2026-06-12 booked',
    ]);
    expect(await transferOf(db, caseNo(1))).toMatchObject({ closing: 'completed' });
    const messages = await db
      .selectFrom('outbox')
      .select('payload')
      .where('transfer_id', '=', id)
      .orderBy('id')
      .execute();
    // The run that was started for the open row hears how it ended; none is started for that.
    expect(messages.at(-1)?.payload).toEqual({ factSeq: 8, kind: 'look', rearms: true, ends: 'completed' });
    expect(await takeIn(db, office, 'ledgerIn', [ledgerInRow(1)])).toMatchObject({ unchanged: 1 });
  });

  test('a return and the next letter go on with the next attempt', async () => {
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(2, open({ 办理进度: '联系函已发出' }))]);
    const again = ledgerInRow(2, {
      ...open({ 办理进度: '联系函已发出' }),
      ...returned(1, 'M02', '2026-05-22', ['2026-05-25', '1000000008002']),
    });
    expect(await takeIn(db, office, 'ledgerIn', [again])).toMatchObject({ changed: 1 });
    const { id } = await transferOf(db, caseNo(2));
    expect(await stepsOf(db, id)).toEqual([
      'review 1 eligible',
      'liaisonLetter 1 sent',
      'delivery 1 returned',
      'liaisonLetter 2 sent',
      'delivery 2 open',
    ]);
  });

  test('tells of a letter before the request as a new row does: it counts from the request', async () => {
    const unsent = open({ 办理进度: '受理中', 第1次联系函日期: '', 第1次EMS单号: '' });
    const early = (no: number) => ledgerInRow(no, open({ 办理进度: '联系函已发出', 第1次联系函日期: '2026-05-08' }));
    await takeIn(db, office, 'ledgerIn', [early(80), ledgerInRow(81, unsent)]);
    expect(await takeIn(db, office, 'ledgerIn', [early(81)])).toMatchObject({ changed: 1, refused: 0 });
    for (const no of [80, 81]) {
      const { id } = await transferOf(db, caseNo(no));
      expect(await factsOf(db, id)).toEqual(['2026-05-11 accepted', '2026-05-11 reviewed', '2026-05-11 letterSent']);
      const letters = await db.selectFrom('letters').select('posted_on').where('transfer_id', '=', id).execute();
      expect(letters).toEqual([{ posted_on: '2026-05-08' }]);
    }
  });

  async function sentHere(no: number, on: string): Promise<string> {
    const unsent = open({ 办理进度: '受理中', 第1次联系函日期: '', 第1次EMS单号: '' });
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(no, unsent)]);
    const { id: transferId } = await transferOf(db, caseNo(no));
    const by = { staffId: office.staff.manager, source: 'staff' } as const;
    const say = (detail: NewFactDetail, day: string) => {
      const occurredAt = new Date(`${day}T12:00:00+08:00`);
      return recordFact(db, testKeyring, { transferId, officeId: office.officeId, detail, by, occurredAt });
    };
    await say({ kind: 'reviewed', outcome: 'eligible' }, '2026-05-11');
    await say({ kind: 'letterSent', channel: 'ems', waybill: `10000000${String(no)}008`, postedOn: on }, on);
    return transferId;
  }
  const lettersOf = async (id: string) => (await factsOf(db, id)).filter((fact) => fact.endsWith('letterSent'));

  test('may say the day of a letter as it was before we corrected it, or as it is since, beside what is new', async () => {
    const answered = { 办理进度: '信息表已收到', 信息表收到日期: '2026-06-01', 应到金额: '18000.00' };
    for (const [no, day] of [
      [82, '2026-05-15'],
      [83, '2026-05-14'],
    ] as const) {
      const transferId = await sentHere(no, '2026-05-15');
      const { seq: correctsSeq } = await db
        .selectFrom('events')
        .select('seq')
        .where('transfer_id', '=', transferId)
        .where('kind', '=', 'letterSent')
        .executeTakeFirstOrThrow();
      const correctedOccurredAt = new Date('2026-05-14T12:00:00+08:00').toISOString();
      await recordFact(db, testKeyring, {
        transferId,
        officeId: office.officeId,
        detail: { kind: 'corrected', correctsSeq, correctedOccurredAt },
        by: { staffId: office.staff.letterClerk, source: 'staff' },
        confirmedBy: office.staff.manager,
      });
      const told = ledgerInRow(no, open({ ...answered, 第1次联系函日期: day }));
      expect(await takeIn(db, office, 'ledgerIn', [told])).toMatchObject({ changed: 1, refused: 0 });
      expect(await lettersOf(transferId)).toEqual(['2026-05-15 letterSent']);
      expect(await factsOf(db, transferId)).toContain('2026-06-01 infoFormReceived');
    }
  });

  test('may put a letter before the request that stands here on the day of the request', async () => {
    const transferId = await sentHere(84, '2026-05-11');
    const early = ledgerInRow(84, open({ 办理进度: '联系函已发出', 第1次联系函日期: '2026-05-08' }));
    expect(await takeIn(db, office, 'ledgerIn', [early])).toMatchObject({ changed: 1, refused: 0 });
    expect(await lettersOf(transferId)).toEqual(['2026-05-11 letterSent']);
  });

  test('a transfer that was withdrawn between two steps takes in what is newer, and opens no step', async () => {
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(9, open({ 办理进度: '联系函已发出' }))]);
    const { id } = await transferOf(db, caseNo(9));
    const by = { staffId: office.staff.letterClerk, source: 'staff' } as const;
    const say = (detail: NewFactDetail) =>
      recordFact(db, testKeyring, { transferId: id, officeId: office.officeId, detail, by });
    await say({ kind: 'letterDelivered' });
    await say({ kind: 'withdrawn', reasonCode: 'W01' });
    const before = await stepsOf(db, id);
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(9)]);
    expect(await stepsOf(db, id)).toEqual(before);
  });

  test('what contradicts the row before is refused by its column, and nothing of it goes in', async () => {
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(3)]);
    const contradicting = ledgerInRow(3, { 基金到账日期: '2026-06-04', 实到金额: '1.00', 姓名: '癸亥亥' });
    const { id, state, refused } = await takeIn(db, office, 'ledgerIn', [contradicting, ledgerInRow(4)]);
    expect({ state, refused }).toEqual({ state: 'done', refused: 1 });
    expect(await refusalsOf(id)).toEqual([
      '2 姓名 contradicts',
      '2 基金到账日期 contradicts',
      '2 实到金额 contradicts',
    ]);
    expect((await transferOf(db, caseNo(4))).closing).toBe('completed');
  });

  test('a remark or a telephone number changes without a fact', async () => {
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(5)]);
    const { id, last_fact_seq: factSeq } = await transferOf(db, caseNo(5));
    expect(
      await takeIn(db, office, 'ledgerIn', [ledgerInRow(5, { 手机号码: '13911112222', 存在问题: '已电话告知' })]),
    ).toMatchObject({ changed: 1 });
    const person = await db
      .selectFrom('persons')
      .innerJoin('cases', 'person_id', 'persons.id')
      .innerJoin('transfers', 'case_id', 'cases.id')
      .select('phone_sealed')
      .where('transfers.id', '=', id)
      .executeTakeFirstOrThrow();
    expect(testKeyring.openText(person.phone_sealed)).toBe('13911112222');
    expect((await transferOf(db, caseNo(5))).last_fact_seq).toBe(factSeq);
  });

  test('when the transfer has gone on here, the row is refused and says so', async () => {
    await takeIn(db, office, 'ledgerIn', [ledgerInRow(6, open({ 办理进度: '联系函已发出' }))]);
    const { id } = await transferOf(db, caseNo(6));
    await sql`update transfers set closed_at = office_now(), closing = 'withdrawn' where id = ${id}`.execute(db);
    const later = await takeIn(db, office, 'ledgerIn', [ledgerInRow(6)]);
    expect(later).toMatchObject({ changed: 0, refused: 1 });
    expect(await refusalsOf(later.id)).toEqual(['2 办理进度 transfer-closed']);
    expect((await stepsOf(db, id)).at(-1)).toBe('delivery 1 open');
  });

  test('a case that was accepted at the counter is not overwritten', async () => {
    await sql`update cases set case_no = ${caseNo(90)} where case_no = ${caseNo(5)}`.execute(db);
    const { id } = await takeIn(db, office, 'ledgerIn', [ledgerInRow(90)]);
    expect(await refusalsOf(id)).toEqual(['2 业务编号 caseExists']);
  });
});
