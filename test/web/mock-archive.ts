/** What the mocked office has put away: two versions of a sheet, a box, a sample. */
import type { components } from '../../api/contract.generated.ts';
import { monthSheet } from './mock-figures.ts';
import { me, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

const by: Schemas['StaffRef'] = { id: me.id, displayName: '科长', post: '科长' };
export const BOX_ID = '00000000-0000-4000-8000-0000000000b1';
export const SAMPLE_ID = '00000000-0000-4000-8000-0000000000b2';
export const SHEET_ID = '00000000-0000-4000-8000-0000000000b4';
const FIRST_SHEET_ID = '00000000-0000-4000-8000-0000000000b3';
const CASE_ID = '00000000-0000-4000-8000-0000000000b5';

const sheetHead: Schemas['KeptSheetHead'] = {
  id: SHEET_ID,
  month: '2026-05',
  version: 2,
  asOf: '2026-05-31',
  knownAt: '2026-06-02T02:00:00Z',
  by,
  reason: '漏报一件终止业务',
  keepUntil: '2036-12-31',
  replaced: false,
};
const may = monthSheet('2026-05-01', '2026-05-31');

export const sheets: readonly Schemas['KeptSheetHead'][] = [
  sheetHead,
  { ...sheetHead, id: FIRST_SHEET_ID, version: 1, reason: null, replaced: true },
];

export const sheet: Schemas['KeptSheet'] = {
  ...sheetHead,
  in: may,
  out: { ...may, overPlatform: null, byPost: null, platformShare: null, lumpSumsWithoutPaper: null },
  before: { id: FIRST_SHEET_ID, version: 1, in: { ...may, endedOtherwise: 7, inTransit: 51 }, out: may },
};

export const months = { items: [{ month: '2026-05', closed: 308, waiting: 1 }], next: null };

const closed: Schemas['ClosedCase'] = {
  caseId: CASE_ID,
  transferId: TRANSFER_ID,
  caseNo: 'IN20260500007',
  direction: 'in',
  kind: 'transferred',
  closedAt: '2026-05-29T02:00:00Z',
};
export const waiting = { items: [closed], count: 1, next: null };

const box: Schemas['ArchiveBox'] = {
  id: BOX_ID,
  boxNo: 'DA20260600001',
  month: '2026-05',
  direction: 'in',
  kind: 'transferred',
  keptYears: 100,
  keepUntil: '2126-12-31',
  by,
  at: '2026-06-02T02:00:00Z',
  cases: 2,
  out: 1,
};
export const boxes = { items: [box], next: null };

const line: Schemas['ArchiveBoxContents']['items'][number] = {
  position: 1,
  caseId: CASE_ID,
  transferId: TRANSFER_ID,
  caseNo: 'IN20260500001',
  personName: '样例甲',
  counterpart: '上海市社会保险事业管理中心',
  closedOn: '2026-05-08',
  papers: 3,
  reopened: false,
  outAt: null,
  outBy: null,
  outReason: null,
};
export const contents: Schemas['ArchiveBoxContents'] = {
  ...box,
  items: [
    line,
    { ...line, position: 2, caseNo: 'IN20260500002', reopened: true },
    {
      ...line,
      position: 3,
      caseNo: 'IN20260500003',
      outAt: '2026-06-04T02:00:00Z',
      outBy: by,
      outReason: '调卷查阅',
    },
  ],
};

const sampleHead: Schemas['AuditSampleHead'] = {
  id: SAMPLE_ID,
  basis: 'closed',
  direction: null,
  from: '2026-01-01',
  to: '2026-05-31',
  seed: 'bureau-2026-1',
  size: 2,
  population: 308,
  populationSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  by,
  at: '2026-06-03T02:00:00Z',
};
export const samples = { items: [sampleHead], next: null };
export const sample: Schemas['AuditSample'] = {
  ...sampleHead,
  drawnAgain: 'same',
  items: [
    {
      rank: 1,
      caseId: CASE_ID,
      transferId: TRANSFER_ID,
      caseNo: 'IN20260500001',
      direction: 'in',
      acceptedOn: '2026-04-01',
      closedOn: '2026-05-08',
      closing: 'completed',
      papers: 3,
    },
  ],
};
