import type { Messages } from '../messages.ts';

export const imports: Messages['imports'] = {
  title: 'Nạp tệp',
  handIn: 'Gửi tệp',
  file: 'CSV hoặc bảng tính (.xlsx); sao kê ngân hàng có thể là XML hoặc zip',
  send: 'Gửi',
  files: 'Tệp',
  none: 'Chưa nạp tệp nào.',
  lines: 'Kết quả từng dòng',
  line: 'Dòng',
  column: 'Cột',
  show: 'Xem',
  told: 'Lưu ý và dòng bị trả lại: {{kind}}',
  nothingTold: 'Mọi dòng đều được đọc đúng như đã ghi.',
  refusalsFile: 'Tải các dòng không nạp được',
  results: {
    accepted: 'Đã nạp',
    changed: 'Có thay đổi',
    unchanged: 'Không thay đổi',
    refused: 'Không nạp được',
  },
  states: {
    waiting: 'Đang chờ',
    running: 'Đang xử lý',
    done: 'Hoàn tất',
    failed: 'Không đọc được',
  },
};
