import type { Messages } from '../messages.ts';

export const imports: Messages['imports'] = {
  title: '文件导入',
  handIn: '提交文件',
  file: 'CSV 或工作簿（.xlsx）；银行对账单另可为 XML 或 zip',
  send: '提交',
  files: '文件',
  none: '尚未导入文件。',
  lines: '各行结果',
  line: '行号',
  column: '列',
  show: '查看',
  told: '提示与失败原因：{{kind}}',
  nothingTold: '各行均按原样读取。',
  refusalsFile: '下载导入失败的行',
  results: {
    accepted: '已导入',
    changed: '有变化',
    unchanged: '无变化',
    refused: '导入失败',
  },
  states: {
    waiting: '等待',
    running: '处理中',
    done: '完成',
    failed: '无法读取',
  },
};
