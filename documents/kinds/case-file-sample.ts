import type { CaseFileData } from './case-file-data.ts';
import { SAMPLE_OFFICE, SAMPLE_PERSON } from './samples.ts';

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
  papers: [],
  printed: [],
};
