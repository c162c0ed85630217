import type { Messages } from '../messages.ts';

export const documents: Messages['documents'] = {
  title: 'Văn bản gửi đi',
  empty: 'Chưa in văn bản nào.',
  madeBy: 'Người in',
  replaced: 'Đã thay thế',
  version: 'bản thứ {{version}}',
  anew: 'Cấp lại',
  preview: 'Xem trước',
  materials: 'Giấy tờ còn thiếu',
  materialsHint: 'Mỗi dòng một giấy tờ: báo tất cả trong một lần.',
  promisedOn: 'Ngày hứa nộp',
  note: 'Ghi chú',
  batch: 'In văn bản trong ngày',
  kinds: {
    acceptanceSlip: 'Giấy tiếp nhận',
    notTakenUp: 'Thông báo không tiếp nhận',
    notApproved: 'Thông báo không được duyệt',
    missingMaterials: 'Thông báo giấy tờ còn thiếu',
    promise: 'Cam kết bổ sung giấy tờ',
  },
  words: {
    title: 'Câu chữ của văn bản',
    explain: 'Câu chữ trên văn bản được in. Văn bản đã in không thay đổi.',
    block: 'Đoạn {{number}}',
  },
};
