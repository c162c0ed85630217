import type { Messages } from '../messages.ts';

export const numbers: Messages['numbers'] = {
  title: '숫자의 내역',
  count_one: '{{count}}건',
  count_other: '{{count}}건',
  sum: '합계',
  span: '{{from}}~{{to}}',
  sinceBeginning: '{{to}}까지',
  part: '그중 해당 금액',
  payer: '송금인',
  bookedOn: '거래일',
  received: '은행 입금',
  opening: '가져온 대장의 기초 잔액',
  empty: '이 숫자에는 내역이 없습니다.',
};

export const refusals: Messages['refusals'] = {
  title: '거절 내역',
  one: '거절 통지서',
  none: '거절한 신청이 없습니다.',
  anyKind: '모든 종류',
  by: '처리자',
  kinds: { notTakenUp: '접수 거절', notApproved: '심사 부적합' },
  papers: { notTakenUp: '접수 거절 통지서', notApproved: '심사 부적합 통지서' },
};

export const heldWork: Messages['heldWork'] = {
  title: '맡고 있으나 처리할 수 없는 업무',
  explain:
    '다른 사람이 처리할 수 있는 업무는 1분 안에 저절로 넘어갑니다. 여기 남은 것은 역할이나 사람이 없는 업무입니다.',
  count_one: '{{count}}건',
  count_other: '{{count}}건',
  none: '모든 업무를 권한이 있고 근무 중인 사람이 맡고 있습니다.',
  any: '모든 사유',
  what: '업무',
  holder: '현재 담당자',
  role: '역할',
  deputy: '대리: {{name}}',
  takeOver: '인수',
  taken: '인수했습니다.',
  kinds: { step: '단계', task: '할 일', stewardship: '전담' },
  why: {
    gone: '계정 사용 중지',
    away: '자리에 없음',
    notOfTheRole: '해당 역할 없음',
    barred: '함께 맡을 수 없는 단계',
    nobodyElse: '처리할 사람 없음',
  },
};

export const manualDecisions: Messages['manualDecisions'] = {
  title: '수동 처리 목록',
  explain:
    '기간 동안 정해진 절차와 별도로 사람이 결정한 사항을 한 번씩만 보여 줍니다. 두 사람이 필요한 사항에는 두 사람의 성명을 모두 적습니다.',
  month: '월',
  previous: '앞 달',
  next: '다음 달',
  anyKind: '모든 종류',
  anyone: '모든 사람',
  who: '결정자',
  second: '승인자',
  count_one: '{{count}}건',
  count_other: '{{count}}건',
  none: '기간 동안 수동 처리가 없습니다.',
  counts: '종류와 사람별',
  number: '건수',
  about: { alone: '한 사람이 단독으로 처리' },
  kinds: {
    refusedProposal: '승인 요청 거부',
    takenOver: '인수',
    held: '보류',
    resumed: '재개',
    decidedAgainst: '심사 부적합 또는 반려',
    sentBackToCounterpart: '상대 기관에 정보표 반려',
    closedWithoutTransfer: '이전 없이 종료',
    fundsAgreed: '금액 확정',
    moneyDecided: '입금 귀속 결정',
    taskClosed: '할 일 완료',
    contactChanged: '연락처 정정',
    statusCodeRenewed: '조회 코드 교체',
    applicationRefused: '접수 거절',
    absenceBegun: '부재 등록',
    absenceEnded: '복귀 등록',
    revealed: '전체 번호 열람',
    takenOutOfBox: '보관 상자에서 꺼냄',
  },
};
