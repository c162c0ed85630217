import type { Messages } from '../messages.ts';

export const taskKinds: Messages['taskKinds'] = {
  tellPerson: 'Báo người tham gia',
  phoneNotice: 'Thông báo qua điện thoại',
  lateFact: 'Việc phát sinh sau khi kết thúc',
  parkedFact: 'Việc chờ xử lý',
  suspense: 'Tiền chờ xác định',
  unknownScan: 'Không rõ mã hành trình',
  silentLetter: 'Công văn lâu không có tin',
  unknownNotice: 'Không rõ tin nhắn đã gửi chưa',
  silentNotice: 'Tin nhắn không có hồi báo',
  deadLetter: 'Thông điệp không chuyển được',
  stuckTransfer: 'Hồ sơ bị ách tắc',
  moneyOut: 'Khoản báo nợ chờ xác định',
  bouncedRemittance: 'Khoản chi bị trả lại',
  lateRemittance: 'Khoản chi quá hạn',
  untransferableNotice: 'Báo bằng văn bản phần không chuyển được',
  incomingPaper: 'Văn bản đến chờ xử lý',
  reversedTransfer: 'Thực hiện hoàn trả chuyển nhầm',
  promise: 'Giữ lời hứa',
  brokenPromise: 'Lời hứa bị lỡ hẹn',
  repeatedContact: 'Tiếp xúc lần thứ ba về một việc',
};

export const noticeKinds: Messages['noticeKinds'] = {
  acceptance: 'Thông báo thụ lý',
  completion: 'Thông báo hoàn thành',
  contactChanged: 'Thông báo đính chính số điện thoại',
};

export const noticeStates: Messages['noticeStates'] = {
  queued: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  delivered: 'Đã đến',
  failed: 'Không gửi được',
  unknown: 'Không rõ kết quả',
  notSent: 'Không gửi',
};

export const noticeFailures: Messages['noticeFailures'] = {
  noGateway: 'chưa cấu hình cổng tin nhắn',
  takesNoSms: 'số này không nhận được tin nhắn',
  closedBefore: 'hồ sơ đã đóng trước khi gửi',
  noAnswer: 'cổng tin nhắn không trả lời',
  gatewayAnswered: 'cổng tin nhắn trả lời {{status}}',
  gatewayRedirects: 'cổng tin nhắn chuyển sang địa chỉ khác',
  gatewayUnreachable: 'không kết nối được với cổng tin nhắn',
  gatewayCertificate: 'chứng thư của cổng tin nhắn không khớp',
  gatewayHeldBack: 'cổng tin nhắn đã hoãn gửi nhiều tin liên tiếp',
  'crashed while sending': 'bị gián đoạn khi đang gửi',
  'ledger restored': 'sổ theo dõi đã khôi phục từ bản sao lưu',
};

export const recipients: Messages['recipients'] = {
  person: 'Người tham gia',
  agent: 'Người đại diện đơn vị',
  formerNumber: 'Số điện thoại cũ',
};

export const schemes: Messages['schemes'] = {
  enterprise: 'Người lao động doanh nghiệp',
  publicInstitution: 'Cơ quan, đơn vị sự nghiệp',
  residents: 'Cư dân thành thị và nông thôn',
  military: 'Quân nhân',
};

export const toldBy: Messages['toldBy'] = { window: 'Tại quầy', phone: 'Điện thoại', sms: 'Tin nhắn', letter: 'Thư' };

export const contactAbouts: Messages['contactAbouts'] = {
  withdrawalAsked: 'Đề nghị bên kia trả lại: người nộp xin rút hồ sơ',
  withdrawalAgreed: 'Bên kia đồng ý cho rút',
};

export const contactChannels: Messages['contactChannels'] = {
  phone: 'Điện thoại',
  letter: 'Thư',
  platform: 'Hệ thống toàn quốc',
  visit: 'Đến tận nơi',
};

export const letterChannels: Messages['letterChannels'] = { ems: 'Bưu điện EMS', platform: 'Hệ thống toàn quốc' };
export const letterKinds: Messages['letterKinds'] = {
  liaison: 'Công văn liên hệ',
  correction: 'Công văn đề nghị đính chính',
};
export const formStates: Messages['formStates'] = {
  received: 'Đã nhận',
  sentBack: 'Đã trả lại để đính chính',
  superseded: 'Đã được thay thế',
  kept: 'Đến muộn, lưu lại',
  issued: 'Đã lập',
};

export const sources: Messages['sources'] = {
  staff: 'Cán bộ',
  import: 'Nạp tệp',
  courier: 'Bưu điện',
  bank: 'Ngân hàng',
  system: 'Hệ thống',
  insured: 'Người tham gia',
};

export const directions: Messages['directions'] = { in: 'Chuyển đến', out: 'Chuyển đi' };

export const ownerWhy: Messages['ownerWhy'] = {
  planned: 'chỉ định trước',
  assigned: 'hệ thống phân công',
  takenOver: 'nhận thay',
  standIn: 'trực thay',
  returned: 'nhận lại',
  reassigned: 'phân công lại',
  managerHolds: 'trưởng phòng tạm giữ',
  imported: 'từ sổ cũ',
};

export const limits: Messages['limits'] = {
  accept: 'thụ lý đến gửi công văn (luật định 15 ngày làm việc)',
  courier: 'báo phát công văn (cam kết của cơ quan)',
  counterpart: 'cơ quan bên kia giải quyết (luật định 15 ngày làm việc)',
  match: 'đối chiếu số tiền (cam kết của cơ quan)',
  own: 'nhập, kiểm tra lại và ghi vào tài khoản (luật định 15 ngày làm việc)',
  resend: 'gửi lại công văn (cam kết của cơ quan)',
  tellPerson: 'báo người tham gia (cam kết của cơ quan)',
  task: 'việc khác (cam kết của cơ quan)',
};

export const importKinds: Messages['importKinds'] = {
  counterparts: 'Danh mục cơ quan',
  ledgerIn: 'Sổ theo dõi chuyển đến',
  ledgerOut: 'Sổ theo dõi chuyển đi',
  openTransfers: 'Danh sách hồ sơ chờ tiền',
  bankStatement: 'Sao kê ngân hàng',
  courierScans: 'Hành trình bưu gửi',
  contributions: 'Chi tiết đóng góp',
  coreReceipts: 'Biên nhận ghi có tài khoản',
  platformInTransit: 'Danh sách đang xử lý trên hệ thống toàn quốc',
};

export const dayKinds: Messages['dayKinds'] = { rest: 'ngày nghỉ', work: 'ngày làm việc' };

export const skippedDays: Messages['skippedDays'] = { weekend: 'cuối tuần', holiday: 'nghỉ lễ' };

export const buckets: Messages['buckets'] = {
  cohort: 'Tất cả hồ sơ được tính trong kỳ',
  closedAt1: 'Hoàn thành đúng lần một',
  closedAt2: 'Hoàn thành đúng lần hai',
  closedAt3: 'Hoàn thành đúng lần ba',
  closedWithin1: 'Hoàn thành lần một',
  closedWithin2: 'Hoàn thành trong hai lần',
  closedWithin3: 'Hoàn thành trong ba lần',
  closedLater: 'Hoàn thành từ lần bốn',
  notClosed: 'Chưa hoặc không hoàn thành',
  stillOpen: 'Đang giải quyết',
  endedOtherwise: 'Kết thúc không chuyển sau công văn đầu tiên',
  mature1: 'Đủ kỳ đánh giá lần một',
  mature2: 'Đủ kỳ đánh giá hai lần',
  mature3: 'Đủ kỳ đánh giá ba lần',
  accepted: 'Tất cả hồ sơ thụ lý (gồm cả hồ sơ đã thôi trước công văn đầu tiên)',
  refused: 'Không được duyệt trước công văn đầu tiên',
  duplicate: 'Nộp trùng',
  withdrawnBeforeFirstLetter: 'Rút trước công văn đầu tiên',
  otherClosedAt1: 'Cách tính khác: hoàn thành đúng lần một',
  otherClosedAt2: 'Cách tính khác: hoàn thành đúng lần hai',
  otherClosedAt3: 'Cách tính khác: hoàn thành đúng lần ba',
  inPeriod: 'Chuyển đi: hoàn thành trong kỳ hạn',
  second: 'Chuyển đi: hoàn thành trong hai lần',
  withinTwoLimits: 'Chuyển đi: hoàn thành trong hai kỳ hạn',
  sameMonth: 'Chuyển đi: hoàn thành trong tháng nhận',
  received: 'Chuyển đi: công văn nhận trong kỳ',
  notInPeriod: 'Chuyển đi: chưa hoàn thành trong kỳ hạn',
};
