/** 更正请求: what is wrong with the other office's info form, line by line, with what it should be where that can be computed. */
import type { Content } from '../frame/content.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { amountTwice, chineseDay, paragraphs, table, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { findingWords, placeWords } from '../words/findings.ts';
import { answerTo, PERSON_FIELDS, personValues, LETTER_SHEET, toOffice, type AboutTransfer } from './letter-parts.ts';
import { SAMPLE_TRANSFER } from './samples.ts';
import { titled } from './titled-table.ts';

export interface CorrectionRequestData extends AboutTransfer {
  readonly letterNo: string;
  readonly form: { readonly formNo: string; readonly receivedOn: string; readonly totalFen: number };
  /** Null where an old ledger does not say. */
  readonly why: { readonly words: string; readonly ground: string; readonly note: string } | null;
  readonly findings: readonly {
    readonly field: string;
    readonly code: string;
    readonly foundFen?: number | undefined;
    readonly computedFen?: number | undefined;
  }[];
}

export const correctionRequest = documentKind<CorrectionRequestData>()({
  kind: 'correctionRequest',
  title: '基本养老保险关系转移接续信息更正函',
  toAnotherOffice: true,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, letterNo: '函号', receivedOn: '收表日期', formNo: '表号', reason: '退回原因' },
  words: {
    body: [
      '我处{收表日期}收到你处出具的《基本养老保险关系转移接续信息表》（表号：{表号}），涉及{姓名}（证件号码：{证件号码}）。经核对，该表存在以下问题：{退回原因}。现予退回，请你处核实更正。',
      '请你处自收到本函之日起15个工作日内，重新出具信息表寄送我处；涉及转移基金金额的，请一并办理。回复时请注明函号{函号}。',
    ].join('\n'),
    closing: '如经核实原表无误，请书面说明计算依据。',
  },
  needed: { body: ['person', 'letterNo', 'reason'] },
  sample: {
    letterNo: 'IN20260100001-2-1',
    ...SAMPLE_TRANSFER,
    form: { formNo: 'XX-2026-0001', receivedOn: '2026-02-10', totalFen: 3_420_644 },
    why: { words: '勾稽关系不符', ground: '', note: '' },
    findings: [
      { field: 'accountTotalFen', code: 'accountIdentity', foundFen: 1_380_644, computedFen: 1_020_644 },
      { field: 'years.1.months', code: 'monthsDiffer' },
    ],
  },
  values: ({ person, letterNo, form, why, findings }) => ({
    ...personValues(person),
    letterNo,
    receivedOn: chineseDay(form.receivedOn),
    formNo: form.formNo || '未编号',
    reason: why?.words || (findings.length > 0 ? '见下表' : '有关内容须核实'),
  }),
  content: (data, words, { office }): Content[] => [
    toOffice(data.counterpart),
    ...paragraphs(words.body),
    foldedPairs(about(data)),
    ...findingTable(data.findings),
    ...paragraphs(words.closing),
    answerTo(office, data.areaCode, data.contact),
  ],
});

const about = ({ why, form, letterNo }: CorrectionRequestData): Pair[] => [
  ['函号', letterNo],
  ['原表⑥总额', amountTwice(form.totalFen)],
  ['依据', why?.ground ?? ''],
  ['说明', why?.note ?? ''],
];

const yuan = (fen: number | undefined): string => (fen === undefined ? '' : formatYuan(fen, { grouped: true }));

const findingTable = (findings: CorrectionRequestData['findings']): Content[] =>
  findings.length === 0
    ? []
    : [
        titled(
          '需更正之处',
          table(
            [
              { title: '序号', width: 30, alignment: 'center' },
              { title: '位置', width: 110 },
              { title: '问题' },
              { title: '表列（元）', width: 78, alignment: 'right' },
              { title: '应为（元）', width: 78, alignment: 'right' },
            ],
            findings.map((finding, at) => [
              String(at + 1),
              placeWords(finding.field),
              findingWords(finding.code),
              yuan(finding.foundFen),
              yuan(finding.computedFen),
            ]),
          ),
        ),
      ];
