import type { Messages } from '../messages.ts';

export const imports: Messages['imports'] = {
  title: '파일 가져오기',
  handIn: '파일 제출',
  file: 'CSV 또는 통합 문서(.xlsx), 은행 거래 내역서는 XML·zip도 가능',
  send: '제출',
  files: '파일',
  none: '가져온 파일이 없습니다.',
  lines: '행별 결과',
  line: '행 번호',
  column: '열',
  show: '보기',
  told: '안내와 가져오지 못한 이유: {{kind}}',
  nothingTold: '모든 행을 적힌 그대로 읽었습니다.',
  refusalsFile: '가져오지 못한 행 내려받기',
  results: {
    accepted: '가져옴',
    changed: '변경 있음',
    unchanged: '변경 없음',
    refused: '가져오지 못함',
  },
  states: {
    waiting: '대기',
    running: '처리 중',
    done: '완료',
    failed: '읽지 못함',
  },
};
