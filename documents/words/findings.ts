/** What can be wrong with an info form, as one office says it to another; and where on the form it stands. */

const FINDINGS: Readonly<Record<string, string>> = {
  afterTransfer: '缴费月份晚于信息表日期',
  paidTwice: '与另一参保地同月缴费',
  yearMissing: '无月份的行未写明年份',
  amount: '不是金额',
  amountMissing: '缺金额',
  accountIdentity: '④不等于①＋②＋③',
  totalIdentity: '⑥不等于④＋⑤',
  pooledFundDiffers: '⑤不等于各年缴费基数的12%之和',
  temporaryFundShort: '⑤少于临时账户缴费本金',
  principalDiffers: '③与当年各行记账本金不符',
  yearRange: '年份超出范围',
  monthsRange: '月数应为0至12',
  monthsDiffer: '月数与起止时间不符',
  month: '不是年月',
  crossesYear: '起止时间跨年',
  yearDiffers: '年份与起止时间不符',
  order: '止月早于起月',
  baseMissing: '定额缴费无缴费基数',
  accountShare: '记账比例不是规定比例（2005年底前11%，2006年起8%）',
  creditedDiffers: '记账额与基数、比例不符',
  rowsOverlap: '两行月份重复',
  balanceDiffers: '年末累计不等于年初＋记账＋利息',
  interestInTransferYear: '调转当年不应记利息',
  interestDiffers: '利息与规定算法不符',
  lastYearBalanceDiffers: '②与上年末累计不符',
};

/** A finding that a later release makes is still sent: by its field alone nobody could tell what is meant. */
export const findingWords = (code: string): string => FINDINGS[code] ?? '请核对';

export const LINE_MARKS = {
  personalBefore1998Fen: '①',
  accountUntilLastYearFen: '②',
  accountThisYearFen: '③',
  accountTotalFen: '④',
  pooledFundFen: '⑤',
  totalFen: '⑥',
} as const;

const COLUMNS: Readonly<Record<string, string>> = {
  year: '年份',
  areaCode: '参保地',
  fromMonth: '起始年月',
  toMonth: '终止年月',
  months: '月数',
  baseFen: '月缴费基数',
  employerRate: '单位缴费比例',
  personalRate: '个人缴费比例',
  accountRate: '记账比例',
  creditedFen: '当年记账',
  interestFen: '当年利息',
  balanceFen: '年末累计',
};

/** `years.2.months` → `第3行 月数`. */
export function placeWords(field: string): string {
  const [, row, column] = /^years\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (row !== undefined) return `历年第${String(Number(row) + 1)}行 ${COLUMNS[column ?? ''] ?? ''}`.trim();
  const mark = Object.hasOwn(LINE_MARKS, field) ? LINE_MARKS[field as keyof typeof LINE_MARKS] : undefined;
  return mark ?? (field === 'transferredOn' ? '转移日期' : '信息表');
}
