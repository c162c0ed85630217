import type { CaseFileData } from './case-file-data.ts';
import { SAMPLE_OFFICE, SAMPLE_PERSON } from './samples.ts';

/** A PNG. */
const ONE_PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOcOXPmfwAHRANO0YOJhwAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Of nobody. */
export const sampleCaseFile: CaseFileData = {
  caseNo: 'IN20260100001',
  typeName: '职工养老保险关系转入',
  person: SAMPLE_PERSON,
  employer: '某某有限公司',
  agent: null,
  counterpart: SAMPLE_OFFICE,
  steward: { name: '李四' },
  acceptedOn: '2026-01-05',
  closedOn: '2026-03-06',
  closing: 'completed',
  closingReason: null,
  steps: [
    {
      ordinal: 1,
      name: '资格审核',
      attempt: 1,
      owner: '王五',
      openedOn: '2026-01-05',
      dueOn: '2026-01-26',
      isOverdue: false,
      closedOn: '2026-01-06',
      outcome: '符合条件',
    },
  ],
  events: [
    {
      seq: 1,
      kind: 'accepted',
      at: '2026-01-05T01:30:00.000Z',
      by: '李四',
      confirmedBy: null,
      reason: null,
      note: null,
      correctsSeq: null,
    },
  ],
  letters: [],
  forms: [],
  money: [],
  notices: [],
  tasks: [],
  notes: [],
  changes: [],
  papers: [
    {
      kind: '身份证复印件',
      mediaType: 'image/png',
      byteLength: ONE_PIXEL.length,
      sha256: '0'.repeat(64),
      addedOn: '2026-01-05',
      addedBy: '李四',
      bytes: ONE_PIXEL,
    },
  ],
  printed: [],
};
