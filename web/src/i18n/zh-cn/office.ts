import { LETTER_CHANNELS, LETTER_KINDS, SCHEMES, TASK_KINDS } from '../../../../domain/official-words/ledger.ts';
import type { Messages } from '../messages.ts';

export const taskKinds: Messages['taskKinds'] = TASK_KINDS;

export const noticeKinds: Messages['noticeKinds'] = {
  acceptance: '受理通知',
  completion: '办结通知',
  contactChanged: '联系电话更正通知',
};

export const noticeStates: Messages['noticeStates'] = {
  queued: '待发送',
  sending: '发送中',
  sent: '已发送',
  delivered: '已送达',
  failed: '失败',
  unknown: '结果不明',
  notSent: '未发送',
};

export const noticeFailures: Messages['noticeFailures'] = {
  noGateway: '未配置短信网关',
  takesNoSms: '该号码不能接收短信',
  closedBefore: '发送前业务已结束',
  noAnswer: '短信网关未答复',
  gatewayAnswered: '短信网关答复 {{status}}',
  gatewayRedirects: '短信网关指向另一地址',
  gatewayUnreachable: '无法连接短信网关',
  gatewayCertificate: '短信网关的证书不符',
  gatewayHeldBack: '短信网关连续推迟发送',
  'crashed while sending': '发送途中中断',
  'ledger restored': '台账已由备份恢复',
};

export const recipients: Messages['recipients'] = {
  person: '参保人本人',
  agent: '单位经办人',
  formerNumber: '原号码',
};

export const schemes: Messages['schemes'] = SCHEMES;

export const toldBy: Messages['toldBy'] = { window: '窗口', phone: '电话', sms: '短信', letter: '信函' };

export const contactAbouts: Messages['contactAbouts'] = {
  withdrawalAsked: '请对方退回：申请人要求撤回',
  withdrawalAgreed: '对方同意撤回',
};

export const contactChannels: Messages['contactChannels'] = {
  phone: '电话',
  letter: '信函',
  platform: '全国平台',
  visit: '上门',
};

export const letterChannels: Messages['letterChannels'] = LETTER_CHANNELS;
export const letterKinds: Messages['letterKinds'] = LETTER_KINDS;
export const formStates: Messages['formStates'] = {
  received: '已收到',
  sentBack: '已退回更正',
  superseded: '已被替换',
  kept: '迟到留存',
  issued: '已出具',
};

export const sources: Messages['sources'] = {
  staff: '工作人员',
  import: '导入',
  courier: '邮政',
  bank: '银行',
  system: '系统',
  insured: '参保人',
};

export const directions: Messages['directions'] = { in: '转入', out: '转出' };

export const ownerWhy: Messages['ownerWhy'] = {
  planned: '预先指定',
  assigned: '系统分配',
  takenOver: '补位',
  standIn: 'B岗代办',
  returned: '交回',
  reassigned: '改派',
  managerHolds: '科长暂管',
  imported: '历史导入',
};

export const limits: Messages['limits'] = {
  accept: '受理后发函（法定 15 个工作日）',
  courier: '送达回执（本单位承诺）',
  counterpart: '对方机构办理（法定 15 个工作日）',
  match: '金额核对（本单位承诺）',
  own: '录入、复核、并账（法定 15 个工作日）',
  resend: '重新寄发（本单位承诺）',
  tellPerson: '告知本人（本单位承诺）',
  task: '其他待办（本单位承诺）',
};

export const importKinds: Messages['importKinds'] = {
  counterparts: '机构名录',
  ledgerIn: '转入台账',
  ledgerOut: '转出台账',
  openTransfers: '待到账清单',
  bankStatement: '银行对账单',
  courierScans: '邮件轨迹',
  contributions: '缴费明细',
  coreReceipts: '并账回执',
  platformInTransit: '全国平台在途清单',
};

export const dayKinds: Messages['dayKinds'] = { rest: '休息日', work: '工作日' };

export const skippedDays: Messages['skippedDays'] = { weekend: '周末', holiday: '法定节假日' };

export const buckets: Messages['buckets'] = {
  cohort: '本期受理的全部业务',
  closedAt1: '恰好一次办结',
  closedAt2: '恰好二次办结',
  closedAt3: '恰好三次办结',
  closedWithin1: '一次内办结',
  closedWithin2: '二次内办结',
  closedWithin3: '三次内办结',
  closedLater: '四次及以上办结',
  notClosed: '未并账办结',
  stillOpen: '在办',
  endedOtherwise: '首次发函后终止',
  mature1: '一次办结已满考核期',
  mature2: '二次办结已满考核期',
  mature3: '三次办结已满考核期',
  accepted: '全部受理（含首次发函前退出的）',
  refused: '首次发函前审核不通过',
  duplicate: '重复申请',
  withdrawnBeforeFirstLetter: '首次发函前撤回',
  otherClosedAt1: '另一口径：恰好一次办结',
  otherClosedAt2: '另一口径：恰好二次办结',
  otherClosedAt3: '另一口径：恰好三次办结',
  inPeriod: '转出：当期办结',
  second: '转出：二次内办结',
  withinTwoLimits: '转出：两期内办结',
  sameMonth: '转出：当月办结',
  received: '转出：当期收函',
  notInPeriod: '转出：当期未办结',
};
