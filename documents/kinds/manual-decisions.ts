/** 人工干预清单: what people decided by hand in a period, each once, with both where it took two. */
import { formatYuan } from '../../domain/money/money.ts';
import { chineseDay, paragraphs, signatures, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface ManualDecisionsData {
  readonly from: string;
  readonly to: string;
  readonly items: readonly DecisionLine[];
}

export interface DecisionLine {
  /** `YYYY-MM-DD HH:mm` of the office. */
  readonly at: string;
  /** In words. */
  readonly kind: string;
  readonly about: string;
  readonly caseNo: string;
  readonly by: string;
  /** Empty where one person decided. */
  readonly confirmedBy: string;
  readonly reason: string;
  readonly amountFen: number | null;
}

export const manualDecisions = documentKind<ManualDecisionsData>()({
  kind: 'manualDecisions',
  title: '人工干预清单',
  toAnotherOffice: false,
  sealed: true,
  fields: { from: '起始日', to: '截止日', count: '件数' },
  needed: { intro: ['from', 'to'] },
  words: { intro: '{起始日}至{截止日}，流程之外由人决定的事项共{件数}项。' },
  sheet: { pageOrientation: 'landscape', pageMargins: [50, 40, 50, 50] },
  sample: {
    from: '2026-01-01',
    to: '2026-01-31',
    items: [
      {
        at: '2026-01-20 10:30',
        kind: '款项退回',
        about: '',
        caseNo: 'ZR20260100001',
        by: '张三',
        confirmedBy: '李四',
        reason: '',
        amountFen: 120_000,
      },
    ],
  },
  values: ({ from, to, items }) => ({ from: chineseDay(from), to: chineseDay(to), count: String(items.length) }),
  content: ({ items }, words) => [
    ...paragraphs(words.intro),
    table(
      [
        { title: '序号', width: 28, alignment: 'center' },
        { title: '时间', width: 86 },
        { title: '事项' },
        { title: '业务编号', width: 84 },
        { title: '决定人', width: 52 },
        { title: '确认人', width: 52 },
        { title: '原因', width: 160 },
        { title: '金额（元）', width: 72, alignment: 'right' },
      ],
      items.map((one, at) => [
        String(at + 1),
        one.at,
        one.about === '' ? one.kind : `${one.kind}（${one.about}）`,
        one.caseNo,
        one.by,
        one.confirmedBy,
        one.reason,
        one.amountFen === null ? '' : formatYuan(one.amountFen, { grouped: true }),
      ]),
      { dense: true },
    ),
    signatures(['负责人', '审计']),
  ],
});
