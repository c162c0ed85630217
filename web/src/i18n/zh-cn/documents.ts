import type { Messages } from '../messages.ts';

export const documents: Messages['documents'] = {
  title: '发出文书',
  empty: '尚未打印文书。',
  madeBy: '打印人',
  replaced: '已作废',
  version: '第 {{version}} 版',
  anew: '重新出具',
  preview: '预览',
  materials: '缺少的材料',
  materialsHint: '每行一项，须一次性全部告知。',
  promisedOn: '承诺补齐日期',
  note: '说明',
  batch: '打印当日发出文书',
  kinds: {
    acceptanceSlip: '受理回执',
    notTakenUp: '不予受理告知书',
    notApproved: '审核不通过告知书',
    missingMaterials: '一次性告知书',
    promise: '容缺受理承诺书',
  },
  words: {
    title: '文书用语',
    explain: '打印文书上的用语；已打印的文书不变。',
    block: '第 {{number}} 段',
  },
};
