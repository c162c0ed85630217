import type { Messages } from '../messages.ts';

export const taskKinds: Messages['taskKinds'] = {
  tellPerson: '본인에게 알림',
  phoneNotice: '전화로 알림',
  lateFact: '종료 후 도착한 사항',
  parkedFact: '보관된 사항 처리',
  suspense: '미확인 입금',
  unknownScan: '배송 코드 불명',
  silentLetter: '배송 기록 끊김',
  unknownNotice: '문자 결과 불명',
  silentNotice: '문자 수신 확인 없음',
  deadLetter: '전달되지 않은 메시지',
  stuckTransfer: '멈춘 이전 건',
  moneyOut: '출금 확인',
  bouncedRemittance: '반송된 지급',
  lateRemittance: '기한이 지난 지급',
  untransferableNotice: '이전할 수 없는 부분 서면 알림',
  incomingPaper: '접수 문서 처리',
  reversedTransfer: '오이전 환원 처리',
  promise: '약속 이행',
  brokenPromise: '기한이 지난 약속',
  repeatedContact: '같은 일로 세 번째 상담',
};

export const noticeKinds: Messages['noticeKinds'] = {
  acceptance: '접수 알림',
  completion: '처리 완료 알림',
  contactChanged: '연락처 정정 알림',
};

export const noticeStates: Messages['noticeStates'] = {
  queued: '발송 대기',
  sending: '보내는 중',
  sent: '발송됨',
  delivered: '수신됨',
  failed: '실패',
  unknown: '결과 불명',
  notSent: '보내지 않음',
};

export const noticeFailures: Messages['noticeFailures'] = {
  noGateway: '문자 게이트웨이가 설정되지 않음',
  takesNoSms: '문자를 받을 수 없는 번호',
  closedBefore: '보내기 전에 건이 종결됨',
  noAnswer: '문자 게이트웨이가 응답하지 않음',
  gatewayAnswered: '문자 게이트웨이의 응답: {{status}}',
  gatewayRedirects: '문자 게이트웨이가 다른 주소를 가리킴',
  gatewayUnreachable: '문자 게이트웨이에 연결할 수 없음',
  gatewayCertificate: '문자 게이트웨이의 인증서가 맞지 않음',
  gatewayHeldBack: '문자 게이트웨이가 잇달아 미룸',
  'crashed while sending': '보내는 도중에 중단됨',
  'ledger restored': '백업에서 대장을 복원함',
};

export const recipients: Messages['recipients'] = {
  person: '가입자 본인',
  agent: '사업장 담당자',
  formerNumber: '종전 번호',
};

export const schemes: Messages['schemes'] = {
  enterprise: '기업 직원',
  publicInstitution: '기관·사업단위(机关事业单位)',
  residents: '도시·농촌 주민',
  military: '군인',
};

export const toldBy: Messages['toldBy'] = { window: '창구', phone: '전화', sms: '문자', letter: '서신' };

export const contactAbouts: Messages['contactAbouts'] = {
  withdrawalAsked: '상대 기관에 반려 요청: 신청인이 철회를 원함',
  withdrawalAgreed: '상대 기관이 철회에 동의',
};

export const contactChannels: Messages['contactChannels'] = {
  phone: '전화',
  letter: '서신',
  platform: '전국 플랫폼',
  visit: '방문',
};

export const letterChannels: Messages['letterChannels'] = { ems: 'EMS 우편', platform: '전국 플랫폼' };
export const letterKinds: Messages['letterKinds'] = {
  liaison: '연락 공문(联系函)',
  correction: '정정 요청 공문(更正函)',
};
export const formStates: Messages['formStates'] = {
  received: '도착',
  sentBack: '정정하도록 반려',
  superseded: '새 정보표로 대체',
  kept: '늦게 도착하여 보관',
  issued: '작성함',
};

export const sources: Messages['sources'] = {
  staff: '직원',
  import: '가져오기',
  courier: '우편',
  bank: '은행',
  system: '시스템',
  insured: '가입자',
};

export const directions: Messages['directions'] = { in: '전입', out: '전출' };

export const ownerWhy: Messages['ownerWhy'] = {
  planned: '미리 지정',
  assigned: '시스템 배정',
  takenOver: '인수',
  standIn: '대직',
  returned: '돌려받음',
  reassigned: '담당 변경',
  managerHolds: '과장이 임시로 맡음',
  imported: '기존 대장에서 가져옴',
};

export const limits: Messages['limits'] = {
  accept: '접수 후 공문 발송(법정 15근무일)',
  courier: '배달 확인(자체 기한)',
  counterpart: '상대 기관 처리(법정 15근무일)',
  match: '금액 대조(자체 기한)',
  own: '입력·2차 확인·계좌 기록(법정 15근무일)',
  resend: '다시 발송(자체 기한)',
  tellPerson: '본인에게 알림(자체 기한)',
  task: '그 밖의 할 일(자체 기한)',
};

export const importKinds: Messages['importKinds'] = {
  counterparts: '기관 명부',
  ledgerIn: '전입 대장',
  ledgerOut: '전출 대장',
  openTransfers: '입금 대기 목록',
  bankStatement: '은행 거래 내역서',
  courierScans: '배송 기록',
  contributions: '보험료 납부 내역',
  coreReceipts: '계좌 병합 회신',
  platformInTransit: '전국 플랫폼 진행 목록',
};

export const dayKinds: Messages['dayKinds'] = { rest: '휴일', work: '근무일' };

export const skippedDays: Messages['skippedDays'] = { weekend: '주말', holiday: '법정 공휴일' };

export const buckets: Messages['buckets'] = {
  cohort: '이 기간에 접수한 모든 건',
  closedAt1: '1회차에 완료',
  closedAt2: '2회차에 완료',
  closedAt3: '3회차에 완료',
  closedWithin1: '1회차까지 완료',
  closedWithin2: '2회차까지 완료',
  closedWithin3: '3회차까지 완료',
  closedLater: '4회차 이후 완료',
  notClosed: '계좌 기록으로 완료되지 않음',
  stillOpen: '진행 중',
  endedOtherwise: '첫 공문 발송 후 이전 없이 종료',
  mature1: '1회차 결과 확정',
  mature2: '2회차 결과 확정',
  mature3: '3회차 결과 확정',
  accepted: '접수 전체(첫 공문 발송 전에 빠진 건 포함)',
  refused: '첫 공문 발송 전 심사 부적합',
  duplicate: '중복 신청',
  withdrawnBeforeFirstLetter: '첫 공문 발송 전 철회',
  otherClosedAt1: '다른 기준: 1회차에 완료',
  otherClosedAt2: '다른 기준: 2회차에 완료',
  otherClosedAt3: '다른 기준: 3회차에 완료',
  inPeriod: '전출: 당기 완료',
  second: '전출: 재발송 1회 이내 완료',
  withinTwoLimits: '전출: 두 기한 이내 완료',
  sameMonth: '전출: 당월 완료',
  received: '전출: 당기에 받은 공문',
  notInPeriod: '전출: 당기 미완료',
};
