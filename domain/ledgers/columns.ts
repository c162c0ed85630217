/** The columns of the office's two ledgers in their order; `optional` are those that its export adds behind them. */

const LETTERS = [1, 2, 3] as const;

/** What one letter of a row says: each at most three times. */
export const letterColumns = (number: number) => ({
  sentOn: `第${String(number)}次联系函日期`,
  waybill: `第${String(number)}次EMS单号`,
  reason: `第${String(number)}次退回原因`,
  returnedOn: `第${String(number)}次退回日期`,
});

export const LETTER_COLUMNS: readonly string[] = LETTERS.flatMap((number) => Object.values(letterColumns(number)));

export const LEDGER_IN_COLUMNS = {
  required: [
    '业务编号',
    '险种类型',
    '类别标识',
    '姓名',
    '公民身份号码',
    '性别',
    '手机号码',
    '单位名称',
    '单位联系电话',
    '原参保地行政区划',
    '原参保地社保机构名称',
    '受理日期',
    '受理人',
    '管家',
    '交接日期',
    '接收人',
    ...LETTER_COLUMNS,
    '信息表收到日期',
    '基金到账日期',
    '应到金额',
    '实到金额',
    '办理进度',
    '存在问题',
    '不予受理原因',
    '办理完结日期',
  ],
  optional: ['联系函发送人', '信息表录入人', '复核人', '通知发送日期'],
} as const satisfies LedgerColumns;

export const LEDGER_OUT_COLUMNS = {
  required: [
    '业务编号',
    '姓名',
    '公民身份号码',
    '转入地行政区划',
    '转入地社保机构名称',
    '收到联系函日期',
    '经办人',
    '信息表发出日期',
    '基金划转日期',
    '更正次数',
    '划转金额',
    '办理进度',
    '办理完结日期',
  ],
  optional: ['复核人'],
} as const satisfies LedgerColumns;

interface LedgerColumns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}
