import type { Messages } from '../messages.ts';

export const endings: Messages['endings'] = {
  withdrawn: 'người nộp rút hồ sơ',
  closedWithoutTransfer: 'kết thúc không chuyển',
};

export const closings: Messages['closings'] = {
  completed: 'Đã hoàn thành',
  refused: 'Không được duyệt',
  withdrawn: 'Người nộp rút hồ sơ',
  closedWithoutTransfer: 'Kết thúc không chuyển',
  letterSentBack: 'Trả lại công văn của bên kia',
};

export const attemptEndings: Messages['attemptEndings'] = {
  closed: 'Đã hoàn thành',
  returned: 'Bị trả lại',
  withdrawn: 'Người nộp rút hồ sơ',
  closedWithoutTransfer: 'Kết thúc không chuyển',
};

export const events: Messages['events'] = {
  accepted: 'Thụ lý',
  reviewed: 'Xét điều kiện',
  letterSent: 'Công văn đã gửi',
  letterDelivered: 'Công văn đã đến',
  letterReturned: 'Công văn bị trả lại',
  letterLost: 'Công văn bị thất lạc',
  returnedByCounterpart: 'Nơi tham gia trước đây trả lại',
  infoFormReceived: 'Đã nhận bảng thông tin',
  fundReceived: 'Đã nhận tiền',
  fundReversed: 'Tiền bị ngân hàng thu hồi',
  fundsAgreed: 'Số tiền đã khớp',
  sentBackToCounterpart: 'Trả lại để đính chính',
  entered: 'Nhập thông tin',
  secondReviewed: 'Kiểm tra lại',
  booked: 'Đã ghi vào tài khoản',
  letterReceived: 'Nhận công văn của bên kia',
  letterChecked: 'Kiểm tra công văn',
  letterSentBack: 'Trả lại công văn của bên kia',
  untransferableTold: 'Báo bằng văn bản phần không chuyển được',
  certificateIssued: 'Cấp giấy chứng nhận tham gia và đóng bảo hiểm',
  infoFormIssued: 'Lập bảng thông tin',
  remittanceChecked: 'Đối chiếu tiền chuyển',
  infoFormSent: 'Gửi bảng thông tin',
  infoFormReissued: 'Đính chính và gửi lại bảng thông tin',
  fundSent: 'Chuyển tiền đi',
  relationEnded: 'Chấm dứt quan hệ bảo hiểm tại đây',
  disputeReceived: 'Nơi mới có ý kiến khác',
  chased: 'Nơi mới đôn đốc',
  decided: 'Quyết định',
  held: 'Tạm dừng',
  resumed: 'Tiếp tục giải quyết',
  withdrawn: 'Người nộp rút hồ sơ',
  closedWithoutTransfer: 'Kết thúc không chuyển',
  takenOver: 'Nhận thay',
  counterpartContacted: 'Đôn đốc / trao đổi với bên kia',
  personTold: 'Đã báo người tham gia',
  corrected: 'Đính chính',
  stepOpened: 'Bước bắt đầu',
  reminded: 'Đã nhắc',
  overdue: 'Quá hạn',
  escalated: 'Đã đôn đốc',
  holdReviewDue: 'Đến ngày xem lại việc tạm dừng',
  ownerChanged: 'Đổi người phụ trách',
  stewardChanged: 'Đổi cán bộ đầu mối',
  deadlineMoved: 'Điều chỉnh thời hạn',
  parked: 'Chờ xử lý',
  taskOpened: 'Phát sinh việc cần làm',
  taskClosed: 'Hoàn tất việc cần làm',
  noticeDecided: 'Quyết định thông báo',
  noticeSent: 'Đã gửi tin nhắn',
  noticeDelivered: 'Tin nhắn đã đến',
  noticeFailed: 'Không gửi được tin nhắn',
  noticeUnknown: 'Không rõ kết quả tin nhắn',
  repaired: 'Hệ thống tự sửa',
  walkDiffered: 'Luồng theo dõi lệch với sổ',
  imported: 'Nạp từ sổ cũ',
  proposed: 'Đề nghị',
  proposalConfirmed: 'Đề nghị được xác nhận',
  proposalRefused: 'Đề nghị không được đồng ý',
  proposalWithdrawn: 'Đề nghị được rút lại',
  proposalLapsed: 'Đề nghị hết hạn xác nhận',
  proposalOvertaken: 'Đề nghị hết hiệu lực do tình hình thay đổi',
  contactChanged: 'Đính chính liên lạc',
  statusCodeRenewed: 'Đổi mã tra cứu',
  identityCorrected: 'Đính chính họ tên hoặc số giấy tờ',
  handOverWritten: 'Viết ghi chú bàn giao',
  handOverRead: 'Đã đọc ghi chú bàn giao',
  putInBox: 'Đưa vào hộp lưu trữ',
  takenOutOfBox: 'Lấy ra khỏi hộp lưu trữ',
  remittancePlanned: 'Lập kế hoạch chi',
  remittanceMoved: 'Tiến độ chuyển tiền',
  remittanceCameBack: 'Bị trả lại sau khi đã xác nhận',
  contactRecorded: 'Trao đổi với người dân',
  promiseKept: 'Đã giữ lời hứa',
  promiseBroken: 'Lỡ lời hứa',
};

export const roles: Messages['roles'] = {
  clerk: 'Cán bộ nghiệp vụ',
  letterClerk: 'Người gửi công văn',
  entryClerk: 'Người nhập bảng thông tin',
  reviewer: 'Cán bộ kiểm tra',
  accountClerk: 'Cán bộ tài khoản cá nhân',
  finance: 'Cán bộ tài chính',
  manager: 'Trưởng phòng',
  administrator: 'Quản trị viên',
};

export const roleTasks: Messages['roleTasks'] = {
  clerk: 'Thụ lý tại quầy, làm đầu mối suốt quá trình, giải quyết chênh lệch với bên kia',
  letterClerk: 'Gửi công văn liên hệ và theo dõi cho đến khi đến nơi',
  entryClerk: 'Nhập thông tin khi bảng và tiền đã khớp',
  reviewer: 'Xét điều kiện, và là người thứ hai kiểm tra lại mọi phần nhập',
  accountClerk: 'Ghi vào tài khoản cá nhân sau khi đã nhập và kiểm tra lại',
  finance: 'Xác nhận tiền đã nhận, trả lại tiền không rõ của ai',
  manager: 'Xem số liệu, xử lý quá hạn, làm được việc của mọi vị trí',
  administrator: 'Quản lý tài khoản và thiết lập, không xem thông tin cá nhân',
};

export const parties: Messages['parties'] = {
  own: 'Cơ quan chúng tôi',
  otherUnit: 'Phòng khác của cơ quan',
  higherAuthority: 'Cơ quan cấp trên',
  financeBureau: 'Cơ quan tài chính',
  counterpart: 'Cơ quan nơi tham gia trước đây',
  courier: 'Bưu điện',
  bank: 'Ngân hàng',
  employer: 'Đơn vị sử dụng lao động',
  insured: 'Người tham gia',
};

export const letterStates: Messages['letterStates'] = {
  posted: 'Bưu điện đã nhận',
  underWay: 'Đang vận chuyển',
  outForDelivery: 'Đang phát',
  delivered: 'Đã đến',
  returned: 'Bị trả lại',
  lost: 'Thất lạc',
  unknown: 'Không rõ',
};

export const scanMeanings: Messages['scanMeanings'] = {
  posted: 'bưu điện đã nhận',
  underWay: 'vận chuyển',
  outForDelivery: 'đang phát',
  delivered: 'đã đến',
  returned: 'không phát được',
  backAtSender: 'trả về người gửi',
  unknown: 'không rõ mã',
};

export const partStates: Messages['partStates'] = {
  suspense: 'Chờ xác định',
  proposed: 'Chờ xác nhận',
  matched: 'Đã khớp',
  booked: 'Đã ghi vào tài khoản',
  returned: 'Đã trả lại',
  reversed: 'Bị ngân hàng thu hồi',
};

export const verdicts: Messages['verdicts'] = {
  match: 'Khớp',
  part: 'Nhận một phần',
  split: 'Một khoản cho nhiều hồ sơ',
  amountDiffers: 'Số tiền không khớp',
  propose: 'Gợi ý khớp',
  paidTwice: 'Nhận trùng',
  suspense: 'Chờ xác định',
};
