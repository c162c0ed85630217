import type { Messages } from '../messages.ts';

export const exports: Messages['exports'] = {
  button: '내보내기',
  title: '내보내기 파일',
  ask: '새 파일',
  mine: '내 파일',
  explain: '파일은 사흘 동안 보관되며 본인만 받을 수 있습니다. 받을 때마다 행 수와 함께 기록됩니다.',
  none: '내보낸 파일이 없습니다.',
  file: '파일',
  format: '형식',
  rows: '행 수',
  download: '받기',
  asked: '만드는 중: 내 파일로 이동',
  publicStatistics: '공개 통계(개인 정보 없음)',
  byAcceptance: '접수일 기준이며, 날짜를 고르지 않으면 전체입니다.',
  formats: { xlsx: '통합 문서(.xlsx)', csvUtf8: 'CSV(UTF-8)', csvGb18030: 'CSV(GB18030)' },
  states: {
    waiting: '대기 중',
    running: '만드는 중',
    done: '완료',
    failed: '파일 없음',
    expired: '보관 기간 종료',
  },
  failures: {
    roleEnded: '이 파일에 필요한 역할이 더 이상 없습니다.',
    tooManyRows: '한 시트에 담을 수 있는 행보다 많습니다. CSV를 고르거나 기간을 줄이세요.',
    cellTooLong: '한 칸의 내용이 시트에 담을 수 있는 것보다 깁니다. CSV를 고르세요.',
    cannotBeMade: '파일을 만들지 못했습니다. 다시 요청하세요.',
  },
};
