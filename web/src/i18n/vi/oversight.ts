import type { Messages } from '../messages.ts';

export const numbers: Messages['numbers'] = {
  title: 'Chi tiết của con số',
  count_one: '{{count}} mục',
  count_other: '{{count}} mục',
  sum: 'tổng cộng',
  span: 'Từ {{from}} đến {{to}}',
  sinceBeginning: 'Đến ngày {{to}}',
  part: 'Trong đó',
  payer: 'Bên trả tiền',
  bookedOn: 'Ngày ngân hàng ghi sổ',
  received: 'Ngân hàng báo đã nhận',
  opening: 'Số dư đầu kỳ của sổ đã nạp',
  empty: 'Con số này không có chi tiết.',
};

export const refusals: Messages['refusals'] = {
  title: 'Danh sách hồ sơ bị từ chối',
  one: 'Văn bản từ chối',
  none: 'Không có hồ sơ nào bị từ chối.',
  anyKind: 'Mọi loại',
  by: 'Người thực hiện',
  kinds: { notTakenUp: 'Không thụ lý', notApproved: 'Không được duyệt' },
  papers: {
    notTakenUp: 'Thông báo không thụ lý (不予受理告知书)',
    notApproved: 'Văn bản nêu lý do không được duyệt (审核不通过书面说明)',
  },
};

export const heldWork: Messages['heldWork'] = {
  title: 'Việc đang giữ mà không làm được',
  explain: 'Việc người khác làm được sẽ tự chuyển trong một phút. Việc còn ở đây là do thiếu vai trò hoặc thiếu người.',
  count_one: '{{count}} việc',
  count_other: '{{count}} việc',
  none: 'Mọi việc đều do người có quyền và đang có mặt giữ.',
  any: 'Mọi lý do',
  what: 'Việc',
  holder: 'Người đang giữ',
  role: 'Vai trò',
  deputy: 'thay thế: {{name}}',
  takeOver: 'Nhận thay',
  taken: 'Hiện do bạn giữ.',
  kinds: { step: 'Bước', task: 'Việc cần làm', stewardship: 'Đầu mối' },
  why: {
    gone: 'Tài khoản đã ngừng',
    away: 'Đang vắng mặt',
    notOfTheRole: 'Không có vai trò này',
    barred: 'Vướng nguyên tắc bất kiêm nhiệm',
    nobodyElse: 'Không có ai làm được',
  },
};

export const manualDecisions: Messages['manualDecisions'] = {
  title: 'Danh sách can thiệp thủ công',
  explain:
    'Những việc trong kỳ do con người quyết định ngoài quy trình, mỗi việc ghi một lần; việc cần hai người thì ghi tên cả hai.',
  month: 'Kỳ',
  previous: 'Tháng trước',
  next: 'Tháng sau',
  anyKind: 'Mọi loại',
  anyone: 'Tất cả mọi người',
  who: 'Người quyết định',
  second: 'Người xác nhận',
  count_one: '{{count}} việc',
  count_other: '{{count}} việc',
  none: 'Trong kỳ không có can thiệp thủ công.',
  csv: 'Xuất bảng CSV',
  counts: 'Theo loại và người',
  number: 'Số lượng',
  about: { alone: 'một người tự quyết định' },
  kinds: {
    refusedProposal: 'Đề nghị không được đồng ý',
    takenOver: 'Nhận thay',
    held: 'Tạm dừng',
    resumed: 'Tiếp tục giải quyết',
    decidedAgainst: 'Không được duyệt hoặc trả lại',
    sentBackToCounterpart: 'Trả bảng thông tin cho bên kia',
    closedWithoutTransfer: 'Kết thúc không chuyển',
    fundsAgreed: 'Thống nhất số tiền',
    moneyDecided: 'Xác định tiền của ai',
    taskClosed: 'Hoàn tất việc cần làm',
    contactChanged: 'Đính chính liên lạc',
    statusCodeRenewed: 'Đổi mã tra cứu',
    applicationRefused: 'Không thụ lý',
    absenceBegun: 'Ghi nhận vắng mặt',
    absenceEnded: 'Ghi nhận trở lại',
  },
};
