/** What people decide by hand (人工干预), and why numbers were shown whole. */
import type { ApprovalKindName } from '../approvals.ts';
import type { ManualDecisionKind } from '../manual-decisions.ts';
import type { RevealReason } from '../persons/reveal-reasons.ts';

/** What takes two people. */
export const APPROVAL_WORDS: Readonly<Record<ApprovalKindName, string>> = {
  returnCredit: '款项退回',
  corrected: '更正',
  decideBase: '确定基数',
  bookOverDefects: '信息表有误仍并账',
  staffAccess: '权限变更',
  resetPassword: '重置密码',
  releaseImport: '导入数据放行（办结、到账）',
  loadCalendar: '节假日安排变更',
  personIdentity: '姓名、证件号码更正或人员合并',
  bankAccounts: '本单位银行账户变更',
  interestRate: '个人账户记账利率变更',
  officeDetails: '本单位信息变更',
  officeRule: '办理期限和规则变更',
  releaseRemittance: '划款放行',
  reopenTransfer: '办结业务重新办理',
  reverseTransfer: '错转退回（关系和资金退回）',
  joinDebit: '出账与划款核对认定',
};

/** What is decided without a proposal. */
export const UNPROPOSED_WORDS: Readonly<Record<Exclude<ManualDecisionKind, ApprovalKindName>, string>> = {
  refusedProposal: '提请未获同意',
  takenOver: '补位',
  held: '中止计时',
  resumed: '恢复计时',
  decidedAgainst: '审核不通过或退回',
  sentBackToCounterpart: '信息表退回对方',
  closedWithoutTransfer: '终止',
  fundsAgreed: '金额核定',
  moneyDecided: '款项归属',
  taskClosed: '待办完成',
  contactChanged: '联系方式更正',
  statusCodeRenewed: '换发查询码',
  applicationRefused: '不予受理',
  absenceBegun: '登记休假',
  absenceEnded: '结束休假',
  revealed: '查看完整号码',
  takenOutOfBox: '出盒',
};

export const DECISION_WORDS: Readonly<Record<ManualDecisionKind, string>> = { ...APPROVAL_WORDS, ...UNPROPOSED_WORDS };

export const REVEAL_WORDS: Readonly<Record<RevealReason, string>> = {
  callPerson: '需要致电本人',
  personIsHere: '本人到窗口',
  checkIdentity: '核对是否同一人',
  complaint: '处理投诉、信访',
  other: '其他理由',
};
