/** Codes in the official words of a file that leaves: the same as on the screen in Chinese (`test/exports/words.test.ts`). */
import { PROCEDURES } from '../domain/procedures/index.ts';
import { PROVINCES } from './provinces.ts';

export type Words = Readonly<Record<string, string>>;

export const DIRECTIONS = { in: '转入', out: '转出' } as const;
export const IMPORT_STATES: Words = { waiting: '等待处理', running: '处理中', done: '已完成', failed: '失败' };
export const CLOSINGS: Words = {
  completed: '办结',
  refused: '审核不通过',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
};
export const PARTIES: Words = {
  own: '本单位',
  otherUnit: '本单位其他科室',
  higherAuthority: '上级主管部门',
  financeBureau: '财政部门',
  counterpart: '原参保地经办机构',
  courier: '邮寄',
  bank: '银行',
  employer: '用人单位',
  insured: '参保人',
};
export const ROLES: Words = {
  clerk: '经办人员',
  letterClerk: '联系函发送人',
  entryClerk: '信息表录入人',
  reviewer: '复核人员',
  accountClerk: '个人账户岗',
  finance: '财务人员',
  manager: '科长',
  administrator: '系统管理员',
};
export const EVENTS: Words = {
  accepted: '受理',
  reviewed: '资格审核',
  letterSent: '联系函发出',
  letterDelivered: '妥投',
  letterReturned: '退件',
  letterLost: '邮件丢失',
  returnedByCounterpart: '原参保地退回',
  infoFormReceived: '收到信息表',
  fundReceived: '资金到账',
  fundReversed: '资金冲正',
  fundsAgreed: '核对一致',
  sentBackToCounterpart: '退回更正',
  entered: '录入',
  secondReviewed: '复核',
  booked: '并账',
  letterReceived: '收到联系函',
  letterSentBack: '退回联系函',
  untransferableTold: '书面告知不能转移部分',
  certificateIssued: '出具参保缴费凭证',
  infoFormSent: '发出信息表',
  infoFormReissued: '更正重发信息表',
  fundSent: '划转资金',
  relationEnded: '终止本地关系',
  decided: '作出决定',
  held: '中止计时',
  resumed: '恢复计时',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
  takenOver: '补位',
  counterpartContacted: '催办 / 协商',
  personTold: '已告知',
  corrected: '更正',
  stepOpened: '环节开始',
  reminded: '已提醒',
  overdue: '逾期',
  escalated: '已督办',
  holdReviewDue: '中止计时到期复查',
  ownerChanged: '责任人变更',
  stewardChanged: '管家变更',
  deadlineMoved: '期限调整',
  parked: '待处理',
  taskOpened: '待办产生',
  taskClosed: '待办完成',
  noticeDecided: '通知决定',
  noticeSent: '短信已发送',
  noticeDelivered: '短信已送达',
  noticeFailed: '短信发送失败',
  noticeUnknown: '短信结果不明',
  repaired: '系统修复',
  walkDiffered: '流程核对不一致',
  imported: '历史导入',
  proposed: '提请',
  proposalConfirmed: '提请确认',
  proposalRefused: '提请未获同意',
  proposalWithdrawn: '提请撤回',
  proposalLapsed: '提请逾期失效',
  proposalOvertaken: '提请因情况变化失效',
  contactChanged: '联系方式更正',
  statusCodeRenewed: '查询码更换',
  identityCorrected: '姓名或证件号码更正',
  handOverWritten: '写交接说明',
  handOverRead: '阅交接说明',
  putInBox: '归档装盒',
  takenOutOfBox: '出盒',
};
export const LETTER_STATES: Words = {
  posted: '已收寄',
  underWay: '运输中',
  outForDelivery: '派送中',
  delivered: '妥投',
  returned: '退件',
  lost: '丢失',
  unknown: '不明',
};
export const LETTER_KINDS: Words = { liaison: '联系函', correction: '更正函' };
export const LETTER_CHANNELS: Words = { ems: 'EMS 邮寄', platform: '全国平台' };
export const PART_STATES: Words = {
  suspense: '暂收款（待认领）',
  proposed: '待确认',
  matched: '已匹配',
  booked: '已并账',
  returned: '已退回',
  reversed: '已冲正',
};
export const VERDICTS: Words = {
  match: '匹配',
  part: '部分到账',
  split: '一款多笔',
  amountDiffers: '金额不符',
  propose: '建议匹配',
  paidTwice: '重复到账',
  suspense: '待认领',
};
export const TASK_KINDS: Words = {
  tellPerson: '告知参保人',
  phoneNotice: '电话通知',
  lateFact: '办结后事项',
  parkedFact: '待处理事项',
  suspense: '暂收款待认领',
  unknownScan: '轨迹代码不明',
  silentLetter: '超期无轨迹',
  unknownNotice: '短信结果不明',
  silentNotice: '短信无回执',
  deadLetter: '未送达消息',
  stuckTransfer: '停滞事项',
  moneyOut: '出账待查',
};
export const SCHEMES: Words = {
  enterprise: '企业职工',
  publicInstitution: '机关事业单位',
  residents: '城乡居民',
  military: '军人',
};
export const IMPORT_KINDS: Words = {
  counterparts: '机构名录',
  ledgerIn: '转入台账',
  ledgerOut: '转出台账',
  openTransfers: '待到账清单',
  bankStatement: '银行对账单',
  courierScans: '邮件轨迹',
};
export const REFUSAL_KINDS: Words = { notTakenUp: '不予受理', notApproved: '审核不通过' };
export const HELD_KINDS: Words = { step: '环节', task: '待办', stewardship: '管家' };
export const HELD_WHY: Words = {
  gone: '账号已停用',
  away: '不在岗',
  notOfTheRole: '无此角色',
  barred: '不相容岗位',
  nobodyElse: '无人可办',
};
export const APPROVAL_KINDS: Words = {
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
};
export const DECISION_KINDS: Words = {
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
export const DEBIT_STATES: Words = { open: '待处理', decided: '已处理' };
export const DEBIT_FOUND: Words = {
  reversed: '冲回到账款项',
  booked: '对应款项已并账，不变',
  returned: '本单位退回的款项',
  severalCandidates: '对应多笔到账之一',
  nothing: '没有对应的到账',
};

export const STEPS: Words = Object.assign({}, ...PROCEDURES.all.map(({ words }) => words['zh-CN'].steps)) as Words;
export const OUTCOMES: Words = Object.assign(
  {},
  ...PROCEDURES.all.map(({ words }) => words['zh-CN'].outcomes),
) as Words;
export const PROCEDURE_TYPES: Words = Object.fromEntries(
  PROCEDURES.all.map(({ type, words }) => [type, words['zh-CN'].type]),
);

/** What has no word of ours is somebody else's word, or one of a later release: it stands as it is. */
export const wordOf = (words: Words, code: string): string => words[code] ?? code;
export const schemeWord = (scheme: string): string => wordOf(SCHEMES, scheme);
export const closingWord = (closing: string): string => wordOf(CLOSINGS, closing);
export const provinceWord = (province: string): string => wordOf(PROVINCES, province);
