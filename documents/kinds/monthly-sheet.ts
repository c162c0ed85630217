/** 月报: what the bureau is told of a month, as it was kept; what is not known is said, never told as zero. */
import { formatYuan } from '../../domain/money/money.ts';
import { chineseDay, pairs, paragraphs, signatures, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

/** Null: not known of this direction. */
type Told = number | null;

/** By the names of the contract. */
export interface SheetColumn {
  readonly figures: Readonly<Record<string, Told>>;
  /** Per cent, or working days, as they were told. */
  readonly platformShare: string | null;
  readonly meanWorkingDays: string | null;
}

export interface MonthlySheetData {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  /** Why the version before was sent back; empty for the first. */
  readonly reason: string;
  readonly madeBy: string;
  readonly promisedWorkingDays: number;
  readonly in: SheetColumn;
  readonly out: SheetColumn;
  /** Those in transit, by the step in which they were. */
  readonly steps: readonly { readonly name: string; readonly in: number; readonly out: number }[];
  readonly notKnown: readonly string[];
}

const FLOW: readonly (readonly [string, string])[] = [
  ['opening', '月初在途'],
  ['accepted', '＋本月受理'],
  ['completed', '－并账办结'],
  ['endedOtherwise', '－终止'],
  ['inTransit', '＝月末在途'],
];

const rest = (days: number): readonly (readonly [string, string])[] => [
  ['overdue1', '逾期1至5个工作日'],
  ['overdue2', '逾期6至15个工作日'],
  ['overdue3', '逾期16至45个工作日'],
  ['overdue4', '逾期超过45个工作日'],
  ['withinPromise', `${days}个工作日内办结`],
  ['withinProvince', '省内办结'],
  ['acrossProvinces', '跨省办结'],
  ['accountFen', '办结业务的个人账户资金（元）'],
  ['pooledFen', '办结业务的统筹基金（元）'],
  ['migrantWorkers', '办结业务中农民工'],
  ['migrantNotSaid', '办结业务中未询问是否农民工'],
  ['overPlatform', '联系函经国家平台发送'],
  ['byPost', '联系函邮寄'],
  ['lumpSumsWithoutPaper', '一次性缴费三年以上缺文书'],
];

const GAPS: Readonly<Record<string, string>> = {
  onlineApplications: '网上申请占比',
  lumpSums: '三年以上一次性缴费总数',
  refunds: '多重关系退费',
  bouncedPayments: '退汇',
};

const NOT_KNOWN = '尚未登记';

export const monthlySheet = documentKind<MonthlySheetData>()({
  kind: 'monthlySheet',
  title: '关系转移接续月报',
  toAnotherOffice: false,
  sealed: true,
  fields: { month: '月份', asOf: '统计截至' },
  needed: { intro: ['month', 'asOf'] },
  words: { intro: '{月份}养老保险关系转移接续业务情况，统计截至{统计截至}。' },
  sheet: { pageMargins: [62, 36, 62, 46] },
  sample: sample(),
  values: ({ month, asOf }) => ({ month: chineseMonth(month), asOf: chineseDay(asOf) }),
  content: (data, words) => [
    ...paragraphs(words.intro),
    ...(data.reason === '' ? [] : [pairs([[`上一版退回原因`, data.reason]])]),
    table(
      [
        { title: '项目' },
        { title: '转入', width: 118, alignment: 'right' },
        { title: '转出', width: 118, alignment: 'right' },
      ],
      rows(data),
      { dense: true },
    ),
    { text: `系统尚未登记：${data.notKnown.map((gap) => GAPS[gap] ?? gap).join('、')}。`, style: 'soft' },
    signatures([`制表：${data.madeBy}　复核`, '负责人']),
  ],
});

function rows(data: MonthlySheetData): string[][] {
  const line = ([name, label]: readonly [string, string]): string[] => [
    label,
    told(name, data.in.figures[name]),
    told(name, data.out.figures[name]),
  ];
  return [
    ...FLOW.map(line),
    ...data.steps.map(({ name, ...steps }) => [`其中：${name}`, String(steps.in), String(steps.out)]),
    ...rest(data.promisedWorkingDays).map(line),
    ['经国家平台发送占比（%）', data.in.platformShare ?? '—', data.out.platformShare ?? '—'],
    [
      `平均办结工作日（承诺${data.promisedWorkingDays}个）`,
      data.in.meanWorkingDays ?? '—',
      data.out.meanWorkingDays ?? '—',
    ],
  ];
}

function told(name: string, number: Told | undefined): string {
  if (number === null || number === undefined) return NOT_KNOWN;
  return name.endsWith('Fen') ? formatYuan(number, { grouped: true }) : String(number);
}

export function chineseMonth(month: string): string {
  const [year = '', number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

function sample(): MonthlySheetData {
  const names = [...FLOW, ...rest(45)].map(([name]) => name);
  const column = (start: number): SheetColumn => ({
    figures: Object.fromEntries(names.map((name, at) => [name, start + at])),
    platformShare: '61.02',
    meanWorkingDays: '31.4',
  });
  return {
    month: '2026-01',
    version: 1,
    asOf: '2026-01-31',
    reason: '',
    madeBy: '张三',
    promisedWorkingDays: 45,
    in: column(100),
    out: column(10),
    steps: [{ name: '资格审核', in: 60, out: 4 }],
    notKnown: Object.keys(GAPS),
  };
}
