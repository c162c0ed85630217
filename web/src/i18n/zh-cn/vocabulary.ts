import type { Messages } from '../messages.ts';

export const endings: Messages['endings'] = {
  withdrawn: '申请人撤回',
  closedWithoutTransfer: '终止',
};

export const closings: Messages['closings'] = {
  completed: '办结',
  refused: '审核不通过',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
  letterSentBack: '退回联系函',
};

export const attemptEndings: Messages['attemptEndings'] = {
  closed: '办结',
  returned: '退回',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
};

export const events: Messages['events'] = {
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
  letterChecked: '联系函核查',
  letterSentBack: '退回联系函',
  untransferableTold: '书面告知不能转移部分',
  certificateIssued: '出具参保缴费凭证',
  infoFormIssued: '出具信息表',
  remittanceChecked: '划转核对',
  infoFormSent: '发出信息表',
  infoFormReissued: '更正重发信息表',
  fundSent: '划转资金',
  relationEnded: '终止本地关系',
  disputeReceived: '对方提出异议',
  chased: '对方催办',
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

export const roles: Messages['roles'] = {
  clerk: '经办人员',
  letterClerk: '联系函发送人',
  entryClerk: '信息表录入人',
  reviewer: '复核人员',
  accountClerk: '个人账户岗',
  finance: '财务人员',
  manager: '科长',
  administrator: '系统管理员',
};

export const roleTasks: Messages['roleTasks'] = {
  clerk: '在窗口受理，作为管家全程负责，与对方核对差额',
  letterClerk: '寄发联系函，跟踪直至送达',
  entryClerk: '表款相符后录入信息',
  reviewer: '审核资格，并作为第二人复核每笔录入',
  accountClerk: '录入、复核后并账',
  finance: '确认到账，退回无主款项',
  manager: '查看指标，处理逾期，可办理各岗位业务',
  administrator: '管理账号与设置，不接触个人信息',
};

export const parties: Messages['parties'] = {
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

export const letterStates: Messages['letterStates'] = {
  posted: '已收寄',
  underWay: '运输中',
  outForDelivery: '派送中',
  delivered: '妥投',
  returned: '退件',
  lost: '丢失',
  unknown: '不明',
};

export const scanMeanings: Messages['scanMeanings'] = {
  posted: '收寄',
  underWay: '运输',
  outForDelivery: '派送',
  delivered: '妥投',
  returned: '未妥投',
  backAtSender: '退回寄件人',
  unknown: '未知代码',
};

export const partStates: Messages['partStates'] = {
  suspense: '暂收款（待认领）',
  proposed: '待确认',
  matched: '已匹配',
  booked: '已并账',
  returned: '已退回',
  reversed: '已冲正',
};

export const verdicts: Messages['verdicts'] = {
  match: '匹配',
  part: '部分到账',
  split: '一款多笔',
  amountDiffers: '金额不符',
  propose: '建议匹配',
  paidTwice: '重复到账',
  suspense: '待认领',
};
