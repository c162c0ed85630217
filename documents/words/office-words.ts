/** Words for what the ledger names in code, as papers of the office say them. Steps and reasons have words of their own. */
import type { Closing } from '../../domain/facts/closings.ts';

export const CLOSING_WORDS: Readonly<Record<Closing, string>> = {
  completed: '办结',
  refused: '审核不通过',
  withdrawn: '申请人撤回',
  closedWithoutTransfer: '终止办理',
};

export const TASK_WORDS: Readonly<Record<string, string>> = {
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

export const MONEY_WORDS: Readonly<Record<string, string>> = {
  suspense: '暂收款（待认领）',
  proposed: '待确认',
  matched: '已匹配',
  booked: '已并账',
  returned: '已退回',
  reversed: '已冲正',
};

export const LETTER_WORDS: Readonly<Record<string, string>> = {
  liaison: '联系函',
  correction: '更正函',
  posted: '已收寄',
  underWay: '运输中',
  outForDelivery: '派送中',
  delivered: '妥投',
  returned: '退件',
  lost: '丢失',
  unknown: '不明',
};

export const FORM_WORDS: Readonly<Record<string, string>> = {
  received: '有效',
  sentBack: '已退回更正',
  superseded: '已被替换',
  kept: '留存',
};

/** A word that a later release adds is shown as it is rather than left out. */
export const wordOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

export const NOTICE_WORDS: Readonly<Record<string, string>> = {
  acceptance: '受理通知',
  completion: '办结通知',
  contactChanged: '联系方式更正通知',
  person: '参保人',
  agent: '用人单位经办人',
  formerNumber: '原号码',
  sms: '短信',
  phone: '电话',
  queued: '待发送',
  sending: '发送中',
  sent: '已发送',
  delivered: '已送达',
  failed: '发送失败',
  unknown: '结果不明',
  notSent: '未发短信',
};

export const CHANGE_WORDS: Readonly<Record<string, string>> = {
  mobile: '联系电话',
  address: '地址',
  name: '姓名',
  idNumber: '证件号码',
  person: '合并同一人',
};

export const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  acceptanceSlip: '受理回执',
  notTakenUp: '不予受理告知书',
  notApproved: '审核不通过告知书',
  missingMaterials: '一次性告知书',
  promise: '容缺受理承诺书',
  liaisonLetter: '联系函',
  chaser: '催办函',
  correctionRequest: '更正函',
  handOverNote: '交接说明',
  handOverList: '交接清单',
  employerNotice: '告知单位',
  completionNotice: '办结通知书',
  infoForm: '信息表',
  certificate: '参保缴费凭证',
  addressLabels: '地址标签',
  emsSheet: '交寄单',
  caseFile: '卷宗',
};
