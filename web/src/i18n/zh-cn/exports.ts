import type { Messages } from '../messages.ts';

export const exports: Messages['exports'] = {
  button: '导出',
  title: '导出文件',
  ask: '新建导出',
  mine: '我的文件',
  explain: '文件保留三天，仅供本人下载；每次下载及行数均予登记。',
  none: '尚未导出文件。',
  file: '文件',
  format: '格式',
  rows: '行数',
  download: '下载',
  asked: '正在生成，前往导出文件',
  publicStatistics: '公开统计（不含个人信息）',
  byAcceptance: '按受理日期；不选日期则为全部。',
  formats: { xlsx: '工作簿（.xlsx）', csvUtf8: 'CSV（UTF-8）', csvGb18030: 'CSV（GB18030）' },
  states: {
    waiting: '等待',
    running: '正在生成',
    done: '已生成',
    failed: '未生成',
    expired: '已过保留期',
  },
  failures: {
    roleEnded: '您已不具备相应权限。',
    tooManyRows: '行数超过工作表上限，请改用 CSV 或缩短期间。',
    cellTooLong: '有单元格内容超过工作表上限，请改用 CSV。',
    cannotBeMade: '文件未能生成，请重新导出。',
  },
};
