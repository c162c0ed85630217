/** Words that only papers say, or say otherwise; all others stand in `domain/official-words/`. */
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Closing } from '../../domain/facts/closings.ts';

export const CLOSING_WORDS: Readonly<Record<Closing, string>> = {
  completed: '办结',
  refused: '审核不通过',
  withdrawn: '申请人撤回',
  closedWithoutTransfer: '终止办理',
  letterSentBack: '退回联系函',
};

export const FORM_WORDS: Readonly<Record<string, string>> = {
  received: '有效',
  sentBack: '已退回更正',
  superseded: '已被替换',
  kept: '留存',
  issued: '已出具',
};

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

export const DOCUMENT_WORDS: Readonly<Record<DocumentKindName, string>> = {
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
  letterReturn: '退回函',
  untransferableNotice: '不予转移告知书',
  remittanceSlip: '基金划转单',
  addressLabels: '地址标签',
  emsSheet: '交寄单',
  caseFile: '卷宗',
  monthlySheet: '月报',
  boxContents: '卷内目录',
};
