import type { Messages } from '../messages.ts';

export const agencies: Messages['agencies'] = {
  title: 'Danh mục cơ quan bên kia',
  explain: 'Tên cơ quan và cơ quan mới lấy theo tệp danh mục được nạp; địa chỉ gửi công văn và điện thoại sửa tại đây.',
  find: 'Tên, địa phương hoặc mã hành chính',
  none: 'Không có cơ quan nào phù hợp.',
  count_one: '{{count}} cơ quan',
  count_other: '{{count}} cơ quan',
  shown: 'Hiện {{count}} cơ quan đầu; vui lòng nhập thêm chữ để thu hẹp.',
  code: 'Mã hành chính',
  name: 'Tên cơ quan',
  channel: 'Cách gửi công văn',
  channels: { ems: 'Qua bưu điện', platform: 'Hệ thống toàn quốc' },
  address: 'Địa chỉ',
  addressHint: 'Dùng từ công văn tiếp theo; công văn đã gửi không đổi.',
  noAddress: 'Không có địa chỉ',
  postcode: 'Mã bưu chính',
  telephone: 'Điện thoại',
};
