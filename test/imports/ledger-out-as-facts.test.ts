/** Rows about transfers-out become facts: what was known once stays known as it was, whatever a later file says. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { countCompletionOut } from '../../db/metrics/completion-out.ts';
import { readVolume } from '../../db/metrics/volume.ts';
import { listRefusals } from '../../db/imported/lines.ts';
import { bringIn, COUNTERPART_ROWS, standInNovember2026, takeIn, transferOf } from '../builders/imports.ts';
import type { Row } from '../builders/files.ts';
import { ledgerOutRow } from '../builders/ledgers.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { ownOffice } from '../support/own-office.ts';

const { db, office, url } = await ownOffice();
beforeAll(async () => {
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
});

const OPEN: Row = { 办理进度: '办理中', 办理完结日期: '', 信息表发出日期: '', 基金划转日期: '', 划转金额: '' };
const JUNE = { from: '2026-06-01', to: '2026-06-30', asOf: '2026-11-20' };
const known = (knownAt: string | null) => countCompletionOut(db, { officeId: office.officeId, ...JUNE, knownAt });
const caseNo = (no: number): string => ledgerOutRow(no)['业务编号']!;

async function factsOf(no: number) {
  const { id } = await transferOf(db, caseNo(no));
  const { rows } = await sql<{ kind: string; day: string; known: string; sum: number | null }>`
    select kind, office_date(occurred_at)::text as day, office_date(recorded_at)::text as known,
      (coalesce(payload -> 'amountFen', payload -> 'correctedAmountFen'))::bigint as sum
    from events where transfer_id = ${id} and fact_seq is not null order by fact_seq`.execute(db);
  return rows;
}

test('a row is told as facts, each on its own day and known since the file', async () => {
  await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1, { 更正次数: '1' }), ledgerOutRow(2, OPEN)]);
  const since = '2026-11-20';
  expect(await factsOf(1)).toEqual([
    { kind: 'accepted', day: '2026-05-20', known: since, sum: null },
    { kind: 'letterReceived', day: '2026-05-20', known: since, sum: null },
    { kind: 'infoFormSent', day: '2026-06-01', known: since, sum: null },
    { kind: 'infoFormReissued', day: '2026-06-01', known: since, sum: null },
    { kind: 'fundSent', day: '2026-06-02', known: since, sum: 12_000_00 },
    { kind: 'relationEnded', day: '2026-06-02', known: since, sum: null },
  ]);
  expect((await factsOf(2)).map(({ kind }) => kind)).toEqual(['accepted', 'letterReceived']);
  expect(await known(null)).toMatchObject({ due: 2, inPeriod: { numerator: 1 } });
});

describe('a later file', () => {
  const before = '2026-11-20T12:00:00+08:00';

  test('changes what is known from then on, and nothing of what was known', async () => {
    const then = await known(before);
    await standClockAt(db, '2026-11-25T10:00:00+08:00');
    // Without the second person nothing is answered.
    const alone = { ...OPEN, 信息表发出日期: '2026-06-05', 基金划转日期: '2026-06-10' };
    expect(await bringIn(db, office, 'ledgerOut', [ledgerOutRow(2, alone)])).toMatchObject({ heldRows: 1, changed: 0 });
    expect(await takeIn(db, office, 'ledgerOut', [ledgerOutRow(2, alone)])).toMatchObject({ changed: 1 });
    const concluded = ['letterChecked', 'infoFormIssued', 'secondReviewed', 'remittanceChecked'];
    expect((await factsOf(2)).slice(2)).toEqual([
      ...concluded.map((kind) => ({ kind, day: '2026-06-05', known: '2026-11-25', sum: null })),
      { kind: 'fundSent', day: '2026-06-10', known: '2026-11-25', sum: null },
      { kind: 'infoFormSent', day: '2026-06-05', known: '2026-11-25', sum: null },
    ]);
    expect(await known(null)).toMatchObject({ due: 2, inPeriod: { numerator: 2 } });
    expect(await known(before)).toEqual(then);
  });

  test('may bring the amount and the end afterwards; the money counts on the day on which it left', async () => {
    await standClockAt(db, '2026-11-26T10:00:00+08:00');
    const ended = { 信息表发出日期: '2026-06-05', 基金划转日期: '2026-06-10', 办理完结日期: '2026-06-12' };
    await takeIn(db, office, 'ledgerOut', [ledgerOutRow(2, { ...ended, 划转金额: '500.00' })]);
    expect((await factsOf(2)).slice(8)).toEqual([
      { kind: 'relationEnded', day: '2026-06-12', known: '2026-11-26', sum: null },
      { kind: 'corrected', day: '2026-11-26', known: '2026-11-26', sum: 500_00 },
    ]);
    expect(await transferOf(db, caseNo(2))).toMatchObject({ closing: 'completed' });
    const { inPeriod } = await readVolume(db, { officeId: office.officeId, from: JUNE.from, to: JUNE.to });
    expect(inPeriod.fenOut).toBe(12_500_00);
  });

  test('cannot take a re-issue back: the rate would rise', async () => {
    const fewer = await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1, { 更正次数: '0' })]);
    expect(await listRefusals(db, fewer.id)).toMatchObject([{ field: '更正次数', code: 'contradicts' }]);
    expect(await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1, { 更正次数: '3' })])).toMatchObject({ changed: 1 });
    expect((await factsOf(1)).filter(({ kind }) => kind === 'infoFormReissued')).toHaveLength(3);
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });

  test.each<[string, Row, Row, number]>([
    ['dates of a closed one', { 信息表发出日期: '', 基金划转日期: '', 划转金额: '' }, {}, 1],
    ['the form of money that was sent', { 信息表发出日期: '' }, {}, 1],
    ['the amount of money that was sent', { 划转金额: '' }, {}, 1],
    ['a re-issue of what was answered', {}, { 更正次数: '1' }, 1],
    ['the end of an open one', OPEN, { 信息表发出日期: '', 基金划转日期: '', 划转金额: '' }, 1],
    ['the sum by which money will leave', OPEN, { ...OPEN, 信息表发出日期: '2026-06-05', 划转金额: '1.00' }, 1],
    ['how far it has come', OPEN, { ...OPEN, 办理进度: '待划转' }, 0],
    ['the form alone', OPEN, { ...OPEN, 信息表发出日期: '2026-06-05' }, 0],
  ])('takes a second person where it moves a figure: %s', async (_what, first, then, heldRows) => {
    const no = ++lastRow;
    await takeIn(db, office, 'ledgerOut', [ledgerOutRow(no, first)]);
    const figures = await Promise.all([known(null), readVolume(db, volumeAsked())]);
    const brought = await bringIn(db, office, 'ledgerOut', [ledgerOutRow(no, then)]);
    expect(brought).toMatchObject({ heldRows, changed: 1 - heldRows });
    const { sinceBeginning } = await readVolume(db, volumeAsked());
    expect(await known(null)).toEqual(figures[0]);
    expect({ fenOut: sinceBeginning.fenOut, closed: sinceBeginning.closed }).toEqual({
      fenOut: figures[1].sinceBeginning.fenOut,
      closed: figures[1].sinceBeginning.closed,
    });
  });
});

let lastRow = 100;
const volumeAsked = () => ({ officeId: office.officeId, from: '2026-01-01', to: '2026-12-31' });
