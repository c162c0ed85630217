/** What leaves the office as a file: by whose right, and what the file is called. The lists and reports are operations of the contract. */
import type { Action } from './staff/permissions.ts';

interface Exported {
  /** A list page by page, one set of figures, one kept sheet, or rows that only a file has. */
  readonly form: 'list' | 'report' | 'sheet' | 'rows';
  /** Of the operation the same (`test/exports/words.test.ts`). */
  readonly action: Action;
  readonly title: string;
}

export const EXPORTED = {
  listTransfers: { form: 'list', action: 'readTransfers', title: '业务清单' },
  listTasks: { form: 'list', action: 'readTasks', title: '待办任务' },
  listLetters: { form: 'list', action: 'readLetters', title: '联系函' },
  listCredits: { form: 'list', action: 'readCredits', title: '到账资金' },
  listWaitingMoney: { form: 'list', action: 'readCredits', title: '待处理资金' },
  listDebits: { form: 'list', action: 'readBank', title: '付出及冲回' },
  listBankStatements: { form: 'list', action: 'readBank', title: '银行对账单' },
  listImports: { form: 'list', action: 'readImports', title: '导入文件' },
  listRefusals: { form: 'list', action: 'readTransfers', title: '不予受理及审核不通过' },
  listManualDecisions: { form: 'list', action: 'readDecisions', title: '人工干预清单' },
  listHeldWork: { form: 'list', action: 'readHeldWork', title: '无人可办的工作' },
  listCompletionTransfers: { form: 'list', action: 'readTransfers', title: '办结率明细' },
  listBelatedFacts: { form: 'list', action: 'readTransfers', title: '事后登记' },
  listVolumeItems: { form: 'list', action: 'readTransfers', title: '业务量明细' },
  listStepTimeItems: { form: 'list', action: 'readTransfers', title: '办理时长明细' },
  listMonthSheetItems: { form: 'list', action: 'readTransfers', title: '月报明细' },
  listMonthlySheetItems: { form: 'list', action: 'readTransfers', title: '已报月报明细' },
  listCounterparts: { form: 'list', action: 'readStaff', title: '经办机构名录' },
  listStaff: { form: 'list', action: 'readStaff', title: '工作人员' },
  readCompletion: { form: 'report', action: 'readMetrics', title: '办结率' },
  readVolume: { form: 'report', action: 'readMetrics', title: '业务量' },
  readMainFigures: { form: 'report', action: 'readMetrics', title: '主要业务数据' },
  readStepTimes: { form: 'report', action: 'readMetrics', title: '办理时长' },
  readMonthSheet: { form: 'report', action: 'readMetrics', title: '月报' },
  readMoney: { form: 'report', action: 'readMetrics', title: '资金' },
  readOpenWork: { form: 'report', action: 'readMetrics', title: '在办业务' },
  readMonthlySheet: { form: 'sheet', action: 'readMetrics', title: '已报月报' },
  ledgerIn: { form: 'rows', action: 'exportLedgers', title: '转入台账' },
  ledgerOut: { form: 'rows', action: 'exportLedgers', title: '转出台账' },
  publicStatistics: { form: 'rows', action: 'readMetrics', title: '公开统计' },
} as const satisfies Record<string, Exported>;
export type ExportWhat = keyof typeof EXPORTED;

export const EXPORT_FORMATS = ['xlsx', 'csvUtf8', 'csvGb18030'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Real days for which a file can be fetched. */
export const EXPORT_KEPT_DAYS = 3;

export type ExportFailure = 'roleEnded' | 'tooManyRows' | 'cellTooLong' | 'cannotBeMade';
