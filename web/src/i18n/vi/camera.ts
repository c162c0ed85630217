import type { Messages } from '../messages.ts';

export const camera: Messages['camera'] = {
  button: 'Chụp',
  title: 'Chụp giấy tờ',
  view: 'Hình từ máy chụp',
  picture: 'Ảnh đã chụp',
  take: 'Chụp',
  use: 'Dùng ảnh này',
  turn: 'Xoay',
  again: 'Chụp lại',
  which: 'Máy chụp',
  file: 'anh-chup',
  trouble: {
    insecure: 'Chỉ dùng được máy chụp khi truy cập qua HTTPS. Vui lòng báo cho người vận hành.',
    forbidden: 'Trình duyệt chưa được phép dùng máy chụp. Hãy cho phép ở cạnh thanh địa chỉ rồi thử lại.',
    none: 'Máy tính này chưa kết nối máy chụp.',
    busy: 'Chương trình khác đang dùng máy chụp. Hãy đóng chương trình đó rồi thử lại.',
    unknown: 'Máy chụp không có hình.',
  },
};
