/** 卷内目录: what lies in an archive box, to be laid on top of it (GB/T 31599). */
import { chineseDay, chineseMonth, pairs, paragraphs, signatures, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface BoxContentsData {
  readonly boxNo: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly direction: 'in' | 'out';
  readonly kind: 'transferred' | 'endedOtherwise';
  readonly keptYears: number;
  readonly keepUntil: string;
  readonly madeBy: string;
  readonly items: readonly BoxLine[];
}

interface BoxLine {
  readonly position: number;
  readonly caseNo: string;
  readonly personName: string;
  readonly counterpart: string;
  readonly closedOn: string;
  readonly papers: number;
  /** Of what was taken out again; empty while it lies in the box. */
  readonly outOn: string;
  readonly outReason: string;
}

const DIRECTIONS = { in: '转入', out: '转出' } as const;
const KINDS = { transferred: '转移办结', endedOtherwise: '终止业务' } as const;

export const boxContents = documentKind<BoxContentsData>()({
  kind: 'boxContents',
  title: '卷内目录',
  toAnotherOffice: false,
  sealed: false,
  fields: { boxNo: '盒号', count: '件数' },
  needed: {},
  words: { remark: '本盒共{件数}件，按办结先后排列；出盒的业务保留原行。' },
  sheet: { pageOrientation: 'landscape', pageMargins: [40, 40, 40, 50] },
  sample: {
    boxNo: 'DA20260200001',
    month: '2026-01',
    direction: 'in',
    kind: 'transferred',
    keptYears: 100,
    keepUntil: '2126-12-31',
    madeBy: '张三',
    items: [
      {
        position: 1,
        caseNo: 'ZR20260100001',
        personName: '李四',
        counterpart: '某市社会保险事业管理中心',
        closedOn: '2026-01-30',
        papers: 3,
        outOn: '',
        outReason: '',
      },
    ],
  },
  values: ({ boxNo, items }) => ({ boxNo, count: String(items.length) }),
  content: (data, words) => [
    pairs(
      [
        ['盒号', data.boxNo],
        ['归档月份', chineseMonth(data.month)],
        ['类别', `${DIRECTIONS[data.direction]}　${KINDS[data.kind]}`],
        ['保管期限', `${data.keptYears}年（至${chineseDay(data.keepUntil)}）`],
      ],
      { across: 2 },
    ),
    table(
      [
        { title: '顺序号', width: 34, alignment: 'center' },
        { title: '文号', width: 82 },
        { title: '题名' },
        { title: '日期', width: 60 },
        { title: '扫描件数', width: 46, alignment: 'right' },
        { title: '备注', width: 110 },
      ],
      data.items.map(({ position, caseNo, personName, counterpart, closedOn, papers, ...out }) => [
        String(position),
        caseNo,
        `${personName} 关系${DIRECTIONS[data.direction]}（${counterpart}）`,
        closedOn,
        String(papers),
        out.outOn === '' ? '' : `${out.outOn}出盒：${out.outReason}`,
      ]),
      { dense: true },
    ),
    ...paragraphs(words.remark),
    signatures([`整理：${data.madeBy}　签字`, '检查']),
  ],
});
