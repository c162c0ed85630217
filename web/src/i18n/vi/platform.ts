import type { Messages } from '../messages.ts';

export const platform: Messages['platform'] = {
  title: 'Đối chiếu hồ sơ đang xử lý trên hệ thống toàn quốc',
  explain:
    'Mỗi ngày danh sách của hệ thống toàn quốc được đối chiếu với sổ của cơ quan; người phụ trách xác định bên nào đúng.',
  handIn: 'Nạp danh sách',
  filters: 'Lọc khác biệt',
  day: 'Danh sách ngày',
  any: 'Mọi loại',
  mine: 'Chỉ của tôi',
  noList: 'Chưa có danh sách nào.',
  none: 'Hai bên khớp nhau.',
  sides: 'Hệ thống / cơ quan, {{day}}',
  differences: 'Khác biệt',
  inTransit: {
    in: 'Chuyển đến',
    out: 'Chuyển đi',
  },
  overdue: {
    in: 'Chuyển đến quá hạn',
    out: 'Chuyển đi quá hạn',
  },
  kinds: {
    onlyThere: 'Chỉ có ở hệ thống',
    onlyHere: 'Chỉ có ở cơ quan',
    statusDiffers: 'Khác trạng thái',
    daysDiffer: 'Khác số ngày',
    closedLongAgo: 'Ở đây đã xong từ lâu',
  },
  directions: {
    in: 'Chuyển đến',
    out: 'Chuyển đi',
  },
  statuses: {
    waiting: 'Chờ tiếp nhận',
    inHand: 'Đang xử lý',
    formSent: 'Đã gửi phiếu thông tin',
    fundsSent: 'Đã chuyển tiền',
    returned: 'Đã trả lại',
    done: 'Đã xong',
    unknown: 'Trạng thái không rõ',
  },
  serial: 'Số thứ tự nghiệp vụ',
  counterpart: 'Cơ quan bên kia',
  theirs: 'Hệ thống',
  ours: 'Cơ quan',
  owner: 'Phụ trách',
  settled: 'Xử lý',
  settle: 'Đã đối chiếu',
  note: 'Kết quả đối chiếu',
};
