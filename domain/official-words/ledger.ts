/** What the ledger names in code, in the official words of lists and papers. Steps, outcomes and reasons have words of their own. */
export type Words = Readonly<Record<string, string>>;

/** What has no word of ours is somebody else's word, or one of a later release: it stands as it is. */
export const wordOf = (words: Words, code: string): string => words[code] ?? code;

export const CLOSINGS = {
  completed: '办结',
  refused: '审核不通过',
  withdrawn: '撤回',
  closedWithoutTransfer: '终止',
  letterSentBack: '退回联系函',
} as const satisfies Words;

export const PARTIES = {
  own: '本单位',
  otherUnit: '本单位其他科室',
  higherAuthority: '上级主管部门',
  financeBureau: '财政部门',
  counterpart: '原参保地经办机构',
  courier: '邮寄',
  bank: '银行',
  employer: '用人单位',
  insured: '参保人',
} as const satisfies Words;

export const ROLES = {
  clerk: '经办人员',
  letterClerk: '联系函发送人',
  entryClerk: '信息表录入人',
  reviewer: '复核人员',
  accountClerk: '个人账户岗',
  finance: '财务人员',
  manager: '科长',
  administrator: '系统管理员',
} as const satisfies Words;

export const LETTER_STATES = {
  posted: '已收寄',
  underWay: '运输中',
  outForDelivery: '派送中',
  delivered: '妥投',
  returned: '退件',
  lost: '丢失',
  unknown: '不明',
} as const satisfies Words;

export const LETTER_KINDS = { liaison: '联系函', correction: '更正函' } as const satisfies Words;

export const LETTER_CHANNELS = { ems: 'EMS 邮寄', platform: '全国平台' } as const satisfies Words;
export const AGENCY_KINDS = {
  pension: '基本养老',
  annuity: '职业年金',
  military: '军队财务',
  central: '中央国家机关',
} as const satisfies Words;

export const PART_STATES = {
  suspense: '暂收款（待认领）',
  proposed: '待确认',
  matched: '已匹配',
  booked: '已并账',
  returned: '已退回',
  reversed: '已冲正',
} as const satisfies Words;

export const TASK_KINDS = {
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
  bouncedRemittance: '退汇待处理',
  lateRemittance: '拨付逾期待催办',
  untransferableNotice: '书面告知不能转移部分',
  incomingPaper: '来件待处理',
  reversedTransfer: '错转退回待办理',
  promise: '兑现承诺',
  brokenPromise: '承诺逾期待处理',
  repeatedContact: '同一事项多次来访',
} as const satisfies Words;

export const SCHEMES = {
  enterprise: '企业职工',
  publicInstitution: '机关事业单位',
  residents: '城乡居民',
  military: '军人',
} as const satisfies Words;
