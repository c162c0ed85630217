/** 月报 line by line: on the paper and in the file the same words, in the same order, of the same numbers. */
import type { Words } from './ledger.ts';

/** By the names of the contract; null: the ledger cannot say it of this direction. */
export interface SheetColumn {
  readonly figures: Readonly<Record<string, number | null>>;
  /** Per cent, or working days, as they were told; null: there is nothing to reckon them of. */
  readonly platformShare: string | null;
  readonly meanWorkingDays: string | null;
}

export interface SheetNumbers {
  readonly promisedWorkingDays: number;
  readonly in: SheetColumn;
  readonly out: SheetColumn;
  /** Those in transit, by the step in which they were. */
  readonly steps: readonly { readonly name: string; readonly in: number; readonly out: number }[];
}

export interface SheetLine {
  readonly label: string;
  /** A decimal comes as the text that it is: nobody rounds it again. */
  readonly kind: 'count' | 'fen' | 'decimal';
  readonly in: number | string | null;
  readonly out: number | string | null;
}

const FLOW = [
  ['opening', '月初在途'],
  ['accepted', '＋本月受理'],
  ['completed', '－并账办结'],
  ['endedOtherwise', '－终止'],
  ['inTransit', '＝月末在途'],
] as const;

const rest = (days: number) =>
  [
    ['overdue1', '逾期1至5个工作日'],
    ['overdue2', '逾期6至15个工作日'],
    ['overdue3', '逾期16至45个工作日'],
    ['overdue4', '逾期超过45个工作日'],
    ['withinPromise', `${String(days)}个工作日内办结`],
    ['withinProvince', '省内办结'],
    ['acrossProvinces', '跨省办结'],
    ['accountFen', '办结业务的个人账户资金（元）'],
    ['pooledFen', '办结业务的统筹基金（元）'],
    ['migrantWorkers', '办结业务中农民工'],
    ['migrantNotSaid', '办结业务中未询问是否农民工'],
    ['overPlatform', '联系函经国家平台发送'],
    ['byPost', '联系函邮寄'],
    ['lumpSumsWithoutPaper', '一次性缴费三年以上缺文书'],
  ] as const;

/** What the bureau asks for and the ledger cannot say yet. */
export const SHEET_GAPS: Words = {
  onlineApplications: '网上申请占比',
  lumpSums: '三年以上一次性缴费总数',
  refunds: '多重关系退费',
  bouncedPayments: '退汇',
};

/** Never a zero. */
export const NOT_KNOWN_WORD = '尚未登记';
/** Of what there was nothing of. */
const NOTHING_WORD = '—';
const WITHOUT_STEP_WORD = '不在任何环节';

/** In the order of the paper. */
export const SHEET_FIGURE_NAMES = [...FLOW, ...rest(0)].map(([name]) => name);

/** A sheet of one direction, as the contract tells it. */
export type ToldSheet = Readonly<Record<SheetFigureName, number | null>> & {
  readonly promisedWorkingDays: number;
  readonly platformShare: string | null;
  readonly meanWorkingDays: string | null;
  /** Null: in no step. */
  readonly steps: readonly { readonly step: string | null; readonly open: number }[];
};

/** @param word of a step, in the words of its procedure */
export const sheetNumbers = (into: ToldSheet, out: ToldSheet, word: (step: string) => string): SheetNumbers => ({
  promisedWorkingDays: into.promisedWorkingDays,
  in: columnOf(into),
  out: columnOf(out),
  steps: stepsOf(into, out, word),
});

const columnOf = (sheet: ToldSheet): SheetColumn => ({
  figures: Object.fromEntries(SHEET_FIGURE_NAMES.map((name) => [name, sheet[name]])),
  platformShare: sheet.platformShare,
  meanWorkingDays: sheet.meanWorkingDays,
});

function stepsOf(into: ToldSheet, out: ToldSheet, word: (step: string) => string): SheetNumbers['steps'] {
  const steps = [...new Set([...into.steps, ...out.steps].map(({ step }) => step))];
  const openIn = (sheet: ToldSheet, step: string | null): number =>
    sheet.steps.find((one) => one.step === step)?.open ?? 0;
  return steps.map((step) => ({
    name: step === null ? WITHOUT_STEP_WORD : word(step),
    in: openIn(into, step),
    out: openIn(out, step),
  }));
}

type SheetFigureName = (typeof SHEET_FIGURE_NAMES)[number];

export function sheetLines({ promisedWorkingDays: days, in: into, out, steps }: SheetNumbers): SheetLine[] {
  const figure = ([name, label]: readonly [string, string]): SheetLine => ({
    label,
    kind: name.endsWith('Fen') ? 'fen' : 'count',
    in: into.figures[name] ?? null,
    out: out.figures[name] ?? null,
  });
  const decimal = (label: string, name: 'platformShare' | 'meanWorkingDays'): SheetLine => ({
    label,
    kind: 'decimal',
    in: into[name],
    out: out[name],
  });
  return [
    ...FLOW.map(figure),
    ...steps.map((step): SheetLine => ({ label: `其中：${step.name}`, kind: 'count', in: step.in, out: step.out })),
    ...rest(days).map(figure),
    decimal('经国家平台发送占比（%）', 'platformShare'),
    decimal(`平均办结工作日（承诺${String(days)}个）`, 'meanWorkingDays'),
  ];
}

/** What stands where no number does. */
export const absentWord = ({ kind }: SheetLine): string => (kind === 'decimal' ? NOTHING_WORD : NOT_KNOWN_WORD);
