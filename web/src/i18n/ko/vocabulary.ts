import type { Messages } from '../messages.ts';

export const endings: Messages['endings'] = {
  withdrawn: '신청인 철회',
  closedWithoutTransfer: '이전 없이 종료',
};

export const closings: Messages['closings'] = {
  completed: '처리 완료',
  refused: '심사 부적합',
  withdrawn: '신청인 철회',
  closedWithoutTransfer: '이전 없이 종료',
  letterSentBack: '연락 공문 반려',
};

export const attemptEndings: Messages['attemptEndings'] = {
  closed: '처리 완료',
  returned: '반려·반송',
  withdrawn: '신청인 철회',
  closedWithoutTransfer: '이전 없이 종료',
};

export const events: Messages['events'] = {
  accepted: '접수',
  reviewed: '자격 심사',
  letterSent: '연락 공문 발송',
  letterDelivered: '연락 공문 도착',
  letterReturned: '연락 공문 반송',
  letterLost: '연락 공문 분실',
  returnedByCounterpart: '상대 기관이 반려',
  infoFormReceived: '정보표 도착',
  fundReceived: '기금 입금',
  fundReversed: '기금 입금 취소',
  fundsAgreed: '금액 일치',
  sentBackToCounterpart: '정정하도록 반려',
  entered: '입력',
  secondReviewed: '2차 확인',
  booked: '계좌 기록',
  letterReceived: '상대 기관의 연락 공문 도착',
  letterChecked: '연락 공문 검토',
  letterSentBack: '연락 공문 반려',
  untransferableTold: '이전할 수 없는 부분 서면 알림',
  certificateIssued: '가입·납부 증명서 발급',
  infoFormIssued: '정보표 작성',
  remittanceChecked: '이체 금액 대조',
  infoFormSent: '정보표 발송',
  infoFormReissued: '정보표 정정하여 다시 발송',
  fundSent: '기금 송금',
  relationEnded: '이 지역의 가입 관계 종료',
  disputeReceived: '상대 기관 이의 제기',
  chased: '상대 기관 독촉',
  decided: '결정',
  held: '보류',
  resumed: '재개',
  withdrawn: '신청인 철회',
  closedWithoutTransfer: '이전 없이 종료',
  takenOver: '인수',
  counterpartContacted: '상대 기관 연락(재촉·협의)',
  personTold: '본인에게 알림',
  corrected: '정정',
  stepOpened: '단계 시작',
  reminded: '미리 알림',
  overdue: '기한 초과',
  escalated: '과장에게 알림(독촉)',
  holdReviewDue: '보류 재검토일',
  ownerChanged: '담당자 변경',
  stewardChanged: '전담 직원 변경',
  deadlineMoved: '기한 조정',
  parked: '따로 보관',
  taskOpened: '할 일 생성',
  taskClosed: '할 일 완료',
  noticeDecided: '알림 결정',
  noticeSent: '문자 발송됨',
  noticeDelivered: '문자 수신됨',
  noticeFailed: '문자 발송 실패',
  noticeUnknown: '문자 결과 불명',
  repaired: '시스템 복구',
  walkDiffered: '절차 대조 불일치',
  imported: '기존 대장에서 가져옴',
  proposed: '승인 요청',
  proposalConfirmed: '요청 승인됨',
  proposalRefused: '요청 거부됨',
  proposalWithdrawn: '요청 회수됨',
  proposalLapsed: '요청 무효(기한 경과)',
  proposalOvertaken: '요청 무효(상황 변경)',
  contactChanged: '연락처 정정',
  statusCodeRenewed: '조회 코드 교체',
  identityCorrected: '성명 또는 신분증 번호 정정',
  handOverWritten: '인계 메모 작성',
  handOverRead: '인계 메모 읽음',
  putInBox: '보관 상자에 넣음',
  takenOutOfBox: '보관 상자에서 꺼냄',
  remittancePlanned: '송금 계획',
  remittanceMoved: '송금 진행',
  remittanceCameBack: '확인 후 반송됨',
  contactRecorded: '상담',
  promiseKept: '약속 이행',
  promiseBroken: '약속 기한 경과',
};

export const roles: Messages['roles'] = {
  clerk: '접수 담당',
  letterClerk: '공문 발송 담당',
  entryClerk: '정보표 입력 담당',
  reviewer: '심사 담당',
  accountClerk: '개인 계좌 담당',
  finance: '재무 담당',
  manager: '과장',
  administrator: '시스템 관리자',
};

export const roleTasks: Messages['roleTasks'] = {
  clerk: '창구에서 접수하고, 전담 직원으로서 끝까지 책임지며, 상대 기관과 차액을 해결함',
  letterClerk: '연락 공문을 보내고 도착할 때까지 확인함',
  entryClerk: '정보표와 금액이 일치하면 정보를 입력함',
  reviewer: '자격을 심사하고, 모든 입력을 2차 확인함',
  accountClerk: '입력과 2차 확인이 끝나면 개인 계좌에 기록함',
  finance: '입금을 확인하고, 주인 없는 입금을 반환함',
  manager: '통계를 보고, 기한 초과 건을 처리하며, 모든 업무를 처리할 수 있음',
  administrator: '계정과 설정을 관리하며, 개인 정보는 보지 않음',
};

export const parties: Messages['parties'] = {
  own: '우리 기관',
  otherUnit: '우리 기관의 다른 부서',
  higherAuthority: '상급 주관 부서',
  financeBureau: '재정 부서',
  counterpart: '상대 기관',
  courier: '우편 배송',
  bank: '은행',
  employer: '사업장',
  insured: '가입자',
};

export const letterStates: Messages['letterStates'] = {
  posted: '우체국 접수',
  underWay: '운송 중',
  outForDelivery: '배달 중',
  delivered: '배달 완료',
  returned: '반송',
  lost: '분실',
  unknown: '불명',
};

export const scanMeanings: Messages['scanMeanings'] = {
  posted: '우체국 접수',
  underWay: '운송',
  outForDelivery: '배달 출발',
  delivered: '배달 완료',
  returned: '배달 실패',
  backAtSender: '발송인에게 반송',
  unknown: '알 수 없는 코드',
};

export const partStates: Messages['partStates'] = {
  suspense: '미확인',
  proposed: '확인 대기',
  matched: '배정됨',
  booked: '계좌 기록됨',
  returned: '반환됨',
  reversed: '입금 취소됨',
};

export const verdicts: Messages['verdicts'] = {
  match: '일치',
  part: '일부 입금',
  split: '여러 건의 합계 입금',
  amountDiffers: '금액 불일치',
  propose: '제안: 담당자 확인 필요',
  paidTwice: '중복 입금',
  suspense: '미확인',
};
