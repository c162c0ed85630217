import type { Messages } from '../messages.ts';

export const documents: Messages['documents'] = {
  title: '발송 문서',
  empty: '아직 인쇄한 문서가 없습니다.',
  madeBy: '인쇄한 사람',
  replaced: '대체됨',
  version: '{{version}}판',
  anew: '새로 발급',
  preview: '미리 보기',
  materials: '부족한 서류',
  materialsHint: '한 줄에 하나씩, 모두 한꺼번에 알립니다.',
  promisedOn: '제출 약속일',
  note: '설명',
  batch: '이날의 문서 인쇄',
  kinds: {
    acceptanceSlip: '접수증',
    notTakenUp: '불수리 통지서',
    notApproved: '심사 불합격 통지서',
    missingMaterials: '보완 서류 통지서',
    promise: '서류 보완 약속서',
  },
  words: {
    title: '문서 문구',
    explain: '인쇄되는 문서의 문구입니다. 이미 인쇄한 문서는 바뀌지 않습니다.',
    block: '{{number}}번째 단락',
  },
};
