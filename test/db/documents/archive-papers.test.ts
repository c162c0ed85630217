/** What is put away, and what was decided by hand, as it stands on paper: the same as on the screen, and it can be drawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putInBoxes } from '../../../db/archive/put-in-boxes.ts';
import { makeSheet } from '../../../db/archive/make-sheet.ts';
import { readBox } from '../../../db/archive/boxes.ts';
import { takeOut } from '../../../db/archive/take-out.ts';
import { readDecisionList } from '../../../db/documents/decision-list.ts';
import { prepareDocument } from '../../../db/documents/prepare.ts';
import { recordRevealing } from '../../../db/office/looked-at.ts';
import type { MonthlySheetData } from '../../../documents/kinds/monthly-sheet.ts';
import type { BoxContentsData } from '../../../documents/kinds/box-contents.ts';
import { kindOf } from '../../../documents/kinds/index.ts';
import { loadFonts } from '../../../documents/fonts/fonts.ts';
import { renderPaper } from '../../../documents/render/render.ts';
import { DECISION_WORDS } from '../../../domain/official-words/decisions.ts';
import type { DocumentKindName } from '../../../domain/documents/kinds.ts';
import { MANUAL_DECISION_KINDS } from '../../../domain/manual-decisions.ts';
import { zhCN } from '../../../web/src/i18n/zh-cn/index.ts';
import { livedIn, type LivedInOffice } from '../../builders/lived-in-office.ts';
import { anOffice, testKeyring } from '../../builders/office.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: LivedInOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  await standClockAt(fresh.db, '2026-06-10T10:00:00+08:00');
  office = await livedIn(fresh.db, await anOffice(fresh.db));
});
afterAll(() => fresh.drop());

const fonts = loadFonts([]);

async function paper<Data>(kind: DocumentKindName, subjectId: string) {
  const prepared = await prepareDocument(fresh.db, {
    kind,
    keyring: testKeyring,
    officeId: office.officeId,
    staffId: office.staff.manager,
    transferId: null,
    subjectId,
    input: {},
    publicUrl: 'https://example.invalid',
    withCheck: false,
  });
  const { pages, bytes } = await renderPaper(kindOf(kind), prepared, fonts);
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  return { data: prepared.data as Data, number: prepared.issued.number, pages };
}

const closed = { staffId: '', officeId: '', month: '2026-06', casesPerBox: 50 };
const ours = () => ({ ...closed, officeId: office.officeId, staffId: office.staff.manager });

describe('the monthly sheet', () => {
  test('says on paper what was kept, step by step in the office’s words, and what nobody knows', async () => {
    const subjectId = await makeSheet(fresh.db, testKeyring, ours());
    const { data, number, pages } = await paper<MonthlySheetData>('monthlySheet', subjectId);
    expect([number, pages]).toEqual(['YB202606-1', 1]);
    expect(data.in.figures).toMatchObject({ accepted: 8, completed: 2, endedOtherwise: 3, inTransit: 3, byPost: 2 });
    expect(data.out.figures['byPost']).toBeNull();
    expect(data.steps.map(({ name }) => name)).toContain('资格审核');
    expect(data.steps.reduce((sum, { in: open }) => sum + open, 0)).toBe(3);
    expect(data.notKnown).toContain('refunds');
  });

  test('that came back is another paper', async () => {
    const subjectId = await makeSheet(fresh.db, testKeyring, { ...ours(), reason: '口径有误' });
    const { data, number } = await paper<MonthlySheetData>('monthlySheet', subjectId);
    expect([number, data.reason]).toEqual(['YB202606-2', '口径有误']);
  });
});

test('the contents of a box are those of the screen, with what was taken out', async () => {
  const ids = await putInBoxes(fresh.db, ours());
  const read = (id: string) => readBox(fresh.db, testKeyring, office.officeId, id);
  const boxes = await Promise.all(ids.map(read));
  const { id, items, boxNo } = boxes.find(({ kind }) => kind === 'transferred')!;
  const removal = { ...ours(), boxId: id, caseId: items[1]!.caseId, reason: '调卷查阅' };
  await takeOut(fresh.db, testKeyring, removal);
  const { data, number } = await paper<BoxContentsData>('boxContents', id);
  expect([number, data.keptYears, data.keepUntil]).toEqual([boxNo, 100, '2126-12-31']);
  expect(data.items.map(({ caseNo, outOn, outReason }) => [caseNo, outOn, outReason])).toEqual([
    [items[0]!.caseNo, '', ''],
    [items[1]!.caseNo, '2026-06-10', '调卷查阅'],
  ]);
  expect(data.items[0]!.personName).toBe('样例甲');
});

describe('the list of manual decisions', () => {
  test('has each of the period, the first first, in words, with whose numbers were shown whole', async () => {
    const { officeId, staff, transfers } = office;
    const asked = { officeId, staffId: staff.reviewer2, transferId: transfers.booked, reason: 'complaint' } as const;
    await recordRevealing(fresh.db, testKeyring, asked);
    const data = await readDecisionList(fresh.db, { officeId, from: '2026-06-01', to: '2026-06-30' });
    expect(data.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['中止计时', '出盒', '终止', '补位']));
    expect(data.items.find(({ kind }) => kind === '查看完整号码')).toMatchObject({
      by: 'reviewer2',
      about: '处理投诉、信访',
      at: '2026-06-10 10:00',
    });
    expect(data.items.map(({ at }) => at)).toEqual([...data.items.map(({ at }) => at)].sort());
  });

  test('calls each decision as the console does', () => {
    const said = { ...zhCN.approvals.kinds, ...zhCN.manualDecisions.kinds } as Readonly<Record<string, string>>;
    for (const kind of MANUAL_DECISION_KINDS) expect([kind, DECISION_WORDS[kind]]).toEqual([kind, said[kind]]);
  });
});
