import type { Messages } from '../messages.ts';

export const exports: Messages['exports'] = {
  button: 'Xuất tệp',
  title: 'Tệp xuất',
  ask: 'Tệp mới',
  mine: 'Tệp của tôi',
  explain: 'Mỗi tệp được giữ ba ngày và chỉ bạn tải được; mỗi lần tải đều được ghi lại cùng số dòng.',
  none: 'Chưa xuất tệp nào.',
  file: 'Tệp',
  format: 'Định dạng',
  rows: 'Số dòng',
  download: 'Tải về',
  asked: 'Đang tạo: đến tệp của tôi',
  publicStatistics: 'Số liệu công khai, không có tên người',
  byAcceptance: 'Theo ngày tiếp nhận; không chọn ngày là tất cả.',
  formats: { xlsx: 'Sổ tính (.xlsx)', csvUtf8: 'CSV, UTF-8', csvGb18030: 'CSV, GB18030' },
  states: {
    waiting: 'Đang chờ',
    running: 'Đang tạo',
    done: 'Đã tạo',
    failed: 'Không có tệp',
    expired: 'Đã hết hạn giữ',
  },
  failures: {
    roleEnded: 'Bạn không còn quyền đối với tệp này.',
    tooManyRows: 'Nhiều dòng hơn một trang tính chứa được: hãy chọn CSV hoặc khoảng thời gian ngắn hơn.',
    cellTooLong: 'Một ô dài hơn trang tính chứa được: hãy chọn CSV.',
    cannotBeMade: 'Không tạo được tệp. Vui lòng yêu cầu lại.',
  },
};
